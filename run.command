#!/bin/bash
# Double-click to start sendself on a Mac: finds a Python that suits and hands over to launch.py.
CDPATH='' cd -- "$(dirname -- "$0")" || exit 1

if [ ! -f launch.py ]; then
    echo "The other files of sendself are not beside this one."
    echo "Double-click the zip file, and start run.command in the new folder beside it."
    exit 1
fi

suits() {
    # On a Mac without Apple's tools, /usr/bin/python3 is only an offer to install them.
    [ "$(command -v "$1")" = /usr/bin/python3 ] && [ "$(uname)" = Darwin ] && return 1
    "$1" launch.py --check-python >/dev/null 2>&1
}

installed=/Library/Frameworks/Python.framework/Versions
for version in 3.14 3.13 3.12 3.11; do
    for python in "python$version" "$installed/$version/bin/python3" "/opt/homebrew/bin/python$version"; do
        suits "$python" && exec "$python" launch.py "$@"
    done
done
suits python3 && exec python3 launch.py "$@"

echo "sendself needs Python 3.11, 3.12, 3.13 or 3.14, and none was found on this computer."
echo
echo "  On your own computer: install Python 3.14 from python.org, then start this again."
echo "  On a school's computer: look for Python in the Company Portal or Self Service, or ask IT."
echo "  Where nothing may be installed: use another computer, print the paper form there, or ask IT to install Python."
exit 1
