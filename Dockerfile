# syntax=docker/dockerfile:1

# ---- builds the application and the broker's plugin
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY routes routes
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dmaven.test.skip=true package \
 && mkdir /out \
 && cp target/depository-*-broker-plugin.jar /out/depository-broker-plugin.jar \
 && rm target/depository-*-broker-plugin.jar \
 && java -Djarmode=tools -jar target/depository-*.jar extract --layers --launcher --destination /out/application

# ---- the broker: its accounts, addresses and rights are mounted by the deployment
FROM apache/artemis:2.55.0 AS broker
USER root
RUN mkdir /broker && chown artemis /broker
USER artemis
# The account made here is replaced by the accounts that are mounted.
RUN /opt/*artemis*/bin/artemis create --silent --require-login --user nobody --password "$(head -c 24 /dev/urandom | base64)" \
      --no-web --no-autotune /broker/instance \
 && mkdir -p /broker/instance/data
COPY --from=build --chown=artemis /out/depository-broker-plugin.jar /broker/instance/lib/
WORKDIR /broker/instance
VOLUME /broker/instance/data
EXPOSE 61616 5671
ENTRYPOINT ["/broker/instance/bin/artemis"]
CMD ["run"]

# ---- the application: nothing but the jar's layers on a Java runtime
FROM eclipse-temurin:25-jre AS depository
RUN useradd --system --uid 10001 --home-dir /var/lib/depository --create-home depository \
 && install -d -o depository -g depository /var/lib/depository/drop /var/lib/depository/checkpoint
WORKDIR /opt/depository
COPY --from=build /out/application/dependencies/ ./
COPY --from=build /out/application/spring-boot-loader/ ./
COPY --from=build /out/application/snapshot-dependencies/ ./
COPY --from=build /out/application/application/ ./
COPY --chmod=0555 src/main/docker/healthy /usr/local/bin/healthy
USER depository
VOLUME ["/var/lib/depository/drop", "/var/lib/depository/checkpoint"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["healthy"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "org.springframework.boot.loader.launch.JarLauncher"]
