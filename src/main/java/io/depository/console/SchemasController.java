package io.depository.console;

import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The published JSON Schemas. */
@RestController
class SchemasController {

    private static final Pattern NAME = Pattern.compile("[a-z]+-[0-9]+\\.json");

    @GetMapping("/schemas/{name}")
    ResponseEntity<Resource> schema(@PathVariable String name) {
        Resource schema = new ClassPathResource("schemas/" + name);
        if (!NAME.matcher(name).matches() || !schema.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such schema");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(schema);
    }
}
