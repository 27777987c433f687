package com.sun.glass.ui.unseen;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/**
 * The headless platform without its screen: windows are laid out, styled and painted as ever, but what is painted is not copied to a screen
 * that nobody looks at. The platform does that pixel by pixel, with an object for each, on the thread that all the rest is measured on; it takes
 * half the time of a test in the window.
 *
 * <p>JavaFX finds it by its name, which is why it stands in that package: {@code -Dglass.platform=Unseen}.
 */
public final class UnseenPlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new HeadlessApplication() {
            @Override
            public View createView() {
                return new HeadlessView() {
                    @Override
                    protected void _uploadPixels(long ptr, Pixels pixels) { }
                };
            }
        };
    }
}
