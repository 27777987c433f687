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
"%JAVA%" "--module-path=%APP%\javafx" --add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -classpath "%APP%\lib\*" dev.katman.launch.Main %*
exit /b %errorlevel%
