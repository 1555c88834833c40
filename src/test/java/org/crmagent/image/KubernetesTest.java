package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests, which are written for the image with Payara Micro. */
class KubernetesTest {
    private final List<Yaml> all = Shipped.files(Shipped.DOCKER.resolve("kubernetes"))
            .flatMap(file -> Yaml.documents(file).stream())
            .toList();
    private final Yaml deployment = one("Deployment");
    private final Yaml job = one("Job");
    private final Yaml node = deployment.at("spec.template.spec.containers").named("node");

    @Test
    void holdWhatAnOperatorExpectsAndNoSecret() {
        assertEquals(
                List.of(
                        "ConfigMap",
                        "Deployment",
                        "Job",
                        "NetworkPolicy",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service"),
                all.stream().map(each -> each.at("kind").text()).sorted().toList());
        pods().flatMap(pod -> pod.at("containers").elements())
                .flatMap(container -> container.at("env").elements())
                .filter(variable -> variable.at("name").text().matches(".*(USER|PASSWORD|TOKEN)"))
                .forEach(variable -> assertNotEquals(
                        "null", variable.at("valueFrom.secretKeyRef.name").text()));
    }

    @Test
    void podsAreConfined() {
        String user = Containerfile.of("payara").one("USER");
        pods().forEach(pod -> {
            Yaml context = pod.at("securityContext");
            assertEquals("true", context.at("runAsNonRoot").text());
            assertEquals(
                    user,
                    context.at("runAsUser").text() + ":"
                            + context.at("runAsGroup").text());
            assertEquals("RuntimeDefault", context.at("seccompProfile.type").text());
            assertEquals("false", pod.at("automountServiceAccountToken").text());
            assertEquals("false", pod.at("enableServiceLinks").text());
            assertFalse(pod.members().keySet().stream().anyMatch(name -> name.startsWith("host")));
            pod.at("containers").elements().forEach(container -> {
                Yaml own = container.at("securityContext");
                assertEquals("true", own.at("readOnlyRootFilesystem").text());
                assertEquals("false", own.at("allowPrivilegeEscalation").text());
                assertEquals(List.of("ALL"), own.at("capabilities.drop").node());
                assertEquals(
                        Set.of("cpu", "memory"),
                        container.at("resources.requests").members().keySet());
                assertEquals(container.at("resources.requests.memory"), container.at("resources.limits.memory"));
                Yaml mount = container.at("volumeMounts").elements().findFirst().orElseThrow();
                assertEquals("/tmp", mount.at("mountPath").text());
                assertNotEquals(
                        "null",
                        pod.at("volumes")
                                .named(mount.at("name").text())
                                .at("emptyDir.sizeLimit")
                                .text());
            });
        });
    }

    @Test
    void probesAskWhatTheServerAnswers() {
        Map.of("startupProbe", "live", "livenessProbe", "live", "readinessProbe", "ready")
                .forEach((probe, path) -> {
                    assertEquals(
                            "/health/" + path, node.at(probe + ".httpGet.path").text());
                    assertEquals(
                            Shipped.healthPort("payara"),
                            node.at(probe + ".httpGet.port").number());
                });
    }

    @Test
    void variablesAreThoseOfTheReference() {
        Set<String> used = Stream.concat(
                        one("ConfigMap").at("data").members().keySet().stream(),
                        pods().flatMap(pod -> pod.at("containers").elements())
                                .flatMap(container -> container.at("env").elements())
                                .map(variable -> variable.at("name").text()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(used.size() > 6, used.toString());
        used.removeAll(Shipped.documentedVariables());
        assertEquals(Set.of(), used);
    }

    @Test
    void nodesLeaveMigrationToAJobWithAnotherLogin() {
        assertEquals("false", one("ConfigMap").at("data.CRM_MIGRATE").text());
        Yaml migrate = job.at("spec.template.spec.containers").named("migrate");
        assertEquals(List.of("migrate"), migrate.at("args").node());
        assertEquals(node.at("image"), migrate.at("image"));
        String path = "valueFrom.secretKeyRef.name";
        assertNotEquals(
                node.at("env").named("CRM_DB_USER").at(path),
                migrate.at("env").named("CRM_DB_USER").at(path));
        assertNotEquals(
                node.at("env").named("CRM_DB_PASSWORD").at(path),
                migrate.at("env").named("CRM_DB_PASSWORD").at(path));
    }

    @Test
    void everythingMeansTheSamePods() {
        Object labels = deployment.at("spec.selector.matchLabels").node();
        assertEquals(labels, one("Service").at("spec.selector").node());
        assertEquals(
                labels,
                one("PodDisruptionBudget").at("spec.selector.matchLabels").node());
        assertTrue(deployment
                .at("spec.template.metadata.labels")
                .members()
                .entrySet()
                .containsAll(
                        deployment.at("spec.selector.matchLabels").members().entrySet()));
        List<Yaml> policies = all.stream()
                .filter(each -> each.at("kind").text().equals("NetworkPolicy"))
                .map(each -> each.at("spec"))
                .toList();
        assertEquals(
                Stream.of(deployment, job)
                        .map(each -> each.at("spec.template.metadata.labels")
                                .members()
                                .get("app.kubernetes.io/name"))
                        .toList(),
                policies.stream()
                        .map(each ->
                                each.at("podSelector.matchLabels").members().get("app.kubernetes.io/name"))
                        .toList());
        policies.forEach(policy -> assertEquals(
                List.of("Ingress", "Egress"), policy.at("policyTypes").node()));

        Yaml port = node.at("ports")
                .named(one("Service")
                        .at("spec.ports")
                        .elements()
                        .findFirst()
                        .orElseThrow()
                        .at("targetPort")
                        .text());
        assertEquals(8080, port.at("containerPort").number());
        assertEquals(
                port.at("containerPort"),
                policies.get(0)
                        .at("ingress")
                        .elements()
                        .findFirst()
                        .orElseThrow()
                        .at("ports")
                        .elements()
                        .findFirst()
                        .orElseThrow()
                        .at("port"));
        assertTrue(one("PodDisruptionBudget").at("spec.minAvailable").number()
                < deployment.at("spec.replicas").number());
    }

    @Test
    void nodesEndAfterTheLongestCall() {
        Yaml settings = one("ConfigMap").at("data");
        int notice = settings.at("CRM_STOP_NOTICE_MILLIS").number();
        assertTrue(notice >= 1000 * node.at("readinessProbe.periodSeconds").number());
        int wait = settings.at("CRM_STOP_WAIT_MILLIS").number();
        Shipped.endsAfterTheLongestCall(
                notice,
                wait,
                1000
                        * deployment
                                .at("spec.template.spec.terminationGracePeriodSeconds")
                                .number());
    }

    private Yaml one(String kind) {
        List<Yaml> found =
                all.stream().filter(each -> each.at("kind").text().equals(kind)).toList();
        assertEquals(1, found.size(), kind);
        return found.get(0);
    }

    private Stream<Yaml> pods() {
        return Stream.of(deployment, job).map(each -> each.at("spec.template.spec"));
    }
}
