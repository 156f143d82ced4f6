package io.depository.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the depository that tests share when the last of them has run. Found as a JUnit service. */
public final class SharedDepositoryListener implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        RunningDepository.closeShared();
    }
}
