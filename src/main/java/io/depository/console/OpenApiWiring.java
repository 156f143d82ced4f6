package io.depository.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the HTTP interface says about login and problems, in one place for all that staff can do. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {

    private static final String LOGIN = "staff";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Depository")
                        .version("1")
                        .description("The depository of international agreements. What is marked with a login is for"
                                + " its staff; all else is open."))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas("Problem", problem()));
    }

    /** RFC 9457, with what the depository adds. */
    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema().description("What is wrong, in English"))
                .addProperty("code", new StringSchema().description("Why, where there is a name to rely on"))
                .addProperty(
                        "message",
                        new ObjectSchema()
                                .addProperty("ru", new StringSchema())
                                .addProperty("en", new StringSchema())
                                .description("What is wrong and what to do, in both languages"));
    }

    /** Everything below {@code /api} that is not open has the login, and its two refusals. */
    @Bean
    OpenApiCustomizer loginOfStaff() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (!Login.isOpen(path)) {
                item.readOperations().forEach(OpenApiWiring::mark);
            }
        });
    }

    private static void mark(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(LOGIN));
        operation.getResponses().addApiResponse("401", problem("Nobody is logged in"));
        operation.getResponses().addApiResponse("403", problem("The role does not allow it"));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
