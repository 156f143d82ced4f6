package io.depository.routing;

import io.depository.testing.Office;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** One route file as it runs in production, over the rooms of an office. */
final class OfficeRoute implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();

    /**
     * @param beans what the steps call, by name
     */
    OfficeRoute(String file, Map<String, Object> beans) throws Exception {
        beans.forEach((name, bean) -> context.getRegistry().bind(name, bean));
        Properties settings = new Properties();
        settings.setProperty("depository.calendar-period", "200");
        context.getPropertiesComponent().setInitialProperties(settings);
        for (String each : new String[] {"00-error-policies", file}) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            context, "classpath:routes/" + each + ".camel.yaml"));
        }
        context.start();
    }

    /** Sends what wakes the route, as anybody might who found the way to it. */
    void send(String endpoint, Object body, Map<String, Object> headers) {
        context.createProducerTemplate().sendBodyAndHeaders(endpoint, body, headers);
    }

    static OfficeRoute of(String file, String name, Class<?> type, Office office) throws Exception {
        return new OfficeRoute(file, Map.of(name, office.bean(type)));
    }

    @Override
    public void close() {
        context.stop();
    }
}
