@echo off
rem Starts Katman with a JDK 25, wherever this folder stands.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" findstr /b /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul 2>&1 && set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version 2>&1 | findstr /c:"version \"25" >nul
if errorlevel 1 (
  echo Katman needs a JDK 25. Install one, for instance Temurin 25, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
rem The classes as a window left them when it closed: whatever starts next is there sooner. Java makes the file anew when it no longer
rem fits; a command, which somebody waits for, only reads it. What cannot be read or written does no harm, so nothing is said of it.
set "ARCHIVE=-XX:-AutoCreateSharedArchive"
if "%~1"=="" set "ARCHIVE=-XX:+AutoCreateSharedArchive"
"%JAVA%" "--module-path=%APP%\javafx" --add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED "@%APP%\bin\java.options" %ARCHIVE% "-XX:SharedArchiveFile=%APP%\classes.jsa" -Xlog:cds=off -Xlog:aot=off -classpath "%APP%\lib\*" dev.katman.launch.Main %*
exit /b %errorlevel%
