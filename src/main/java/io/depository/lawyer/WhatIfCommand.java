package io.depository.lawyer;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What would follow in law if some acts were received. */
@Command(name = "what-if", description = "")
final class WhatIfCommand implements Runnable {

    @Mixin
    private CaseOptions options = new CaseOptions();

    private final Clock clock;
    private final PrintWriter out;

    WhatIfCommand(Clock clock, PrintWriter out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public void run() {
        out.println(clock);
    }
}
