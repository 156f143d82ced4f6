package io.depository.routing;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a route from Camel's model, with the figures that Camel keeps of each. */
final class RouteChain {

    private final @Nullable ManagedCamelContext management;
    private final List<RouteStep> steps = new ArrayList<>();

    private RouteChain(CamelContext context) {
        this.management = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    }

    /** From the beginning of the route to its end; empty where the model knows no such route. */
    static List<RouteStep> of(CamelContext context, String id) {
        RouteDefinition route = context instanceof ModelCamelContext model ? model.getRouteDefinition(id) : null;
        if (route == null) {
            return List.of();
        }
        RouteChain chain = new RouteChain(context);
        chain.begin(route.getInput());
        chain.add(route.getOutputs(), 0);
        return List.copyOf(chain.steps);
    }

    private void begin(FromDefinition from) {
        steps.add(new RouteStep(
                text(from.getId()),
                "from",
                withoutParameters(from.getEndpointUri()),
                text(from.getDescription()),
                0,
                0,
                0));
    }

    private void add(List<ProcessorDefinition<?>> outputs, int depth) {
        for (ProcessorDefinition<?> output : outputs) {
            ManagedProcessorMBean managed = management == null || output.getId() == null
                    ? null
                    : management.getManagedProcessor(output.getId());
            steps.add(new RouteStep(
                    text(output.getId()),
                    output.getShortName(),
                    what(output),
                    text(output.getDescription()),
                    depth,
                    managed == null ? 0 : managed.getExchangesTotal(),
                    managed == null ? 0 : managed.getExchangesFailed()));
            add(output.getOutputs(), depth + 1);
        }
    }

    private static String what(ProcessorDefinition<?> step) {
        if (step instanceof BeanDefinition bean) {
            return text(bean.getRef()) + "." + text(bean.getMethod());
        }
        return step instanceof SendDefinition<?> send ? withoutParameters(send.getEndpointUri()) : "";
    }

    /** Parameters may hold passwords. */
    private static String withoutParameters(@Nullable String uri) {
        return uri == null ? "" : uri.replaceFirst("\\?.*", "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
