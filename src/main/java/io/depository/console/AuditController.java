package io.depository.console;

import io.depository.staff.Audit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff did. */
@RestController
@Tag(name = "audit", description = "What staff did, for staff")
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit")
    @Operation(summary = "Who did what, when, on what and why, in order")
    Items<Audit.Line> list(
            @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = Slice.USUAL) int limit) {
        return Slice.of(from, limit).show(most -> audit.list(from, most), Function.identity(), Audit.Line::id);
    }
}
