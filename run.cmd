@echo off
rem Double-click to start sendself: finds a Python that suits and hands over to launch.py.
setlocal
title sendself
pushd "%~dp0"
if not exist launch.py (
    echo The other files of sendself are not beside this one.
    echo If you opened a zip file: right-click it, choose "Extract all", and start run.cmd in the new folder.
    goto ended
)
for %%P in ("py -3" "python" "py -3.14" "py -3.13" "py -3.12" "py -3.11") do (
    %%~P launch.py --check-python >nul 2>nul && (
        %%~P launch.py %*
        goto ended
    )
)
echo sendself needs Python 3.11, 3.12, 3.13 or 3.14 (64-bit), and none was found on this computer.
echo.
echo   On your own computer: install Python 3.14 from python.org, then start this again.
echo   On a school's computer: look for Python in the Company Portal, or ask IT.
echo   Where nothing may be installed: use another computer, print the paper form there, or ask IT to install Python.
:ended
popd
pause
