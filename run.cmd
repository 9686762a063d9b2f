@echo off
rem Double-click to start sendself: finds a Python that suits and hands over to launch.py.
setlocal
title sendself
pushd "%~dp0"
if errorlevel 1 (
    echo The folder of sendself cannot be opened. Copy it to Documents and start run.cmd there.
    goto ended
)
if not exist launch.py (
    echo The other files of sendself are not beside this one.
    echo If you opened a zip file: right-click it, choose "Extract all", and start run.cmd in the new folder.
    goto ended
)
echo Looking for Python.
rem Without "call" a python that is itself a batch file would not come back. One that breaks off says less than 0.
for %%P in ("py -3" "python" "py -3.14" "py -3.13" "py -3.12" "py -3.11") do (
    call %%~P launch.py --check-python >nul 2>nul
    if errorlevel 0 if not errorlevel 1 (
        call %%~P launch.py %*
        goto ended
    )
)
rem Where python.org puts it; it is not found by name when the boxes for that were left empty.
for %%V in (14 13 12 11) do for %%D in ("%LocalAppData%\Programs\Python" "%ProgramFiles%") do (
    "%%~D\Python3%%V\python.exe" launch.py --check-python >nul 2>nul
    if errorlevel 0 if not errorlevel 1 (
        "%%~D\Python3%%V\python.exe" launch.py %*
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
