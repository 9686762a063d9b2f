"""Find a Chromium for the browser tests, and with `--install` see to it that there is one.

`python -m tests.browser.chromium --install` takes what is installed, else Debian's package as root, else Playwright's
own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
WITHOUT = (
    # Each window would load two pages for what drops from its address bar: a fifth of what a page of the app costs.
    "WebUIOmniboxPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxAimPopup",
    "OmniboxWebUIAimPopup",
    # The list replaces Playwright's own, so that is here as well.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
)
"""Features of Chromium that no test needs."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
)
# In a process of its own, because Playwright cannot be asked while a test is using it.
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


class ChromiumNotFound(RuntimeError):
    """No Chromium is installed, in a sentence that says how to get one."""


def chromium_path(environment: Mapping[str, str] = os.environ) -> str:
    """Return the path of a Chromium, Chrome or Edge on this computer; `SENDSELF_CHROMIUM` names one of your own.

    Raises:
        ChromiumNotFound: there is none.
    """
    named = environment.get("SENDSELF_CHROMIUM")
    if named:
        if Path(named).is_file():
            return named
        raise ChromiumNotFound(f"SENDSELF_CHROMIUM names {named}, which is no file. Correct it or unset it.")
    path = environment.get("PATH", os.defpath)
    found = next((place for name in NAMES if (place := shutil.which(name, path=path))), None)
    found = found or next((place for place in PLACES if Path(place).is_file()), None) or playwright_chromium()
    if found:
        return found
    raise ChromiumNotFound(
        "The browser tests need Chromium and found none. Install Chromium or Google Chrome "
        "(Debian, Ubuntu: sudo apt install chromium), or set SENDSELF_CHROMIUM to where one lies."
    )


def playwright_chromium() -> str | None:
    """Return the Chromium that Playwright has downloaded, or None."""
    asked = subprocess.run([sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if path and Path(path).is_file() else None


def install_chromium() -> str:
    """Return the path of a Chromium, installing one when there is none.

    Raises:
        ChromiumNotFound: there is none, and none could be installed.
    """
    try:
        return chromium_path()
    except ChromiumNotFound:
        for commands in ways_to_install():
            if all(subprocess.run(command, check=False).returncode == 0 for command in commands):
                break
    return chromium_path()


def ways_to_install() -> list[list[list[str]]]:
    """List the ways to install Chromium that this computer offers, the best first; each is a list of commands."""
    ways = []
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        ways.append([[*quiet, "update"], [*quiet, "install", "-y", "--no-install-recommends", "chromium"]])
    ways.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    return ways


def main(arguments: list[str]) -> int:
    """Print where Chromium is, or what to install; exit code 1 when there is none."""
    try:
        print(install_chromium() if "--install" in arguments else chromium_path())
    except ChromiumNotFound as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
