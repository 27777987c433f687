package dev.katman.provider;

import dev.katman.catalog.Axis;
import dev.katman.conversation.Secret;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Groq's shapes are those of public reports; the other providers' are as they are commonly seen. Names and numbers in them are ours, but for the vectors. */
class WireErrorsTest {
    private static final Redaction REDACTION = new Redaction(Optional.of(new Secret(Calls.KEY)));

    @ParameterizedTest
    @CsvSource({"TPD,day,100000,97050,3619,9m38.016s,578016", "TPD,day,100000,94976,5632,8m45.312s,525312",
            "TPD,day,200000,199336,1524,6m11.52s,371520", "TPD,day,200000,199508,1649,8m19.824s,499824",
            "TPD,day,200000,194803,5576,2m43.728s,163728", "TPM,minute,12000,4437,9854,11.455s,11455",
            "TPM,minute,12000,2542,9855,1.985s,1985", "ITPM,minute,7000,6635,538,1.482857s,1482",
                    "OTPM,minute,1000,900,200,6s,6000",
            "RPM,minute,30,30,1,2s,2000", "RPD,day,1000,1000,1,1m26.4s,86400"})
    void aFullAxisIsReadFromTheSentence(Axis axis, String window, long limit, long used, long requested, String wait, long millis) {
        String what = axis.countsRequests() ? "requests" : axis == Axis.ITPM ? "input tokens" : "tokens";
        var limited = (Failure.RateLimited) of(429, groq(("Rate limit reached for model `openai/gpt-oss-120b` in organization"
                + " `org_01hq3kzfe` service tier `on_demand` on %s per %s (%s): Limit %d, Used %d, Requested %d."
                + " Please try again in %s."
                + " Need more tokens? Upgrade today").formatted(what, window, axis, limit, used, requested, wait),
                "rate_limit_exceeded"), "retry-after", "999");
        assertThat(limited.axis()).contains(axis);
        assertThat(limited.limit()).hasValue(limit);
        assertThat(limited.used()).hasValue(used);
        assertThat(limited.requested()).hasValue(requested);
        assertThat(limited.retryAfter().orElseThrow().toMillis()).isEqualTo(millis);
        assertThat(limited.reason()).startsWith("Rate limit reached").doesNotContain("org_");
    }

    @Test
    void whatAsksForMoreThanTheLimitNeverFitsEvenIfAWaitIsStated() {
        for (String tail : new String[] {" Please try again in 50.597s.", ""}) {
            assertThat(of(429, groq("Rate limit reached for model `m` in organization `org_01hq3kzfe` on tokens per minute (TPM):"
                    + " Limit 7000, Used 0, Requested 12903." + tail, "rate_limit_exceeded")))
                    .isInstanceOfSatisfying(Failure.TooLarge.class, large -> {
                        assertThat(large.axis()).contains(Axis.TPM);
                        assertThat(large.limit()).hasValue(7000);
                        assertThat(large.requested()).hasValue(12903);
                    });
        }
    }

    static Stream<Arguments> bodies() {
        String tooLarge = groq("Request too large for model `m` in organization `org_01hq3kzfe` service tier `on_demand` on"
                + " tokens per minute (TPM): Limit 8000, Requested 9138, please reduce your message size and try again.",
                        "rate_limit_exceeded");
        return Stream.of(
                arguments(413, tooLarge, Failure.TooLarge.class),
                arguments(429, tooLarge, Failure.TooLarge.class),
                arguments(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", Failure.TooLarge.class),
                arguments(400, groq("Please reduce the length of the messages or completion.", "context_length_exceeded"),
                        Failure.TooLarge.class),
                arguments(401, groq("Invalid API Key", "invalid_api_key"), Failure.KeyRefused.class),
                arguments(403, "error code: 1010", Failure.KeyRefused.class),
                arguments(403, "", Failure.KeyRefused.class),
                arguments(402, "{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}", Failure.KeyRefused.class),
                arguments(400, "[{\"error\":{\"code\":400,\"message\":\"API key not valid. Please pass a valid API key.\","
                        + "\"status\":\"INVALID_ARGUMENT\"}}]", Failure.KeyRefused.class),
                arguments(404, groq("The model `kimi` does not exist or you do not have access to it.", "model_not_found"),
                        Failure.ModelGone.class),
                arguments(400, groq("The model `kimi` has been decommissioned and is no longer supported.", "model_decommissioned"),
                        Failure.ModelGone.class),
                arguments(400, groq("The model `kimi` does not exist.", "model_not_found"), Failure.ModelGone.class),
                arguments(404, "[{\"error\":{\"code\":404,\"message\":\"models/gemini-0 is not found for API version v1main\","
                        + "\"status\":\"NOT_FOUND\"}}]", Failure.ModelGone.class),
                arguments(404, "{\"error\":{\"message\":\"model 'qwen3' not found\",\"type\":\"api_error\"}}",
                        Failure.ModelGone.class),
                arguments(404, "{\"error\":\"model \\\"qwen3\\\" not found, try pulling it first\"}", Failure.ModelGone.class),
                arguments(404, "{\"error\":{\"message\":\"No endpoints found for moonshotai/kimi-k2:free.\",\"code\":404}}",
                        Failure.ModelGone.class),
                arguments(404, "{\"status\":404,\"title\":\"Not Found\","
                        + "\"detail\":\"Function 'b1946ac9': Not found for account 'x7Kq'\"}",
                        Failure.ModelGone.class),
                arguments(410, "{\"status\":410,\"title\":\"Gone\",\"detail\":\"The model 'x' has reached its end of life\"}",
                        Failure.ModelGone.class),
                arguments(400, "{\"error\":{\"message\":\"kimi is not a valid model ID\",\"code\":400}}", Failure.ModelGone.class),
                arguments(400, "{\"object\":\"error\",\"message\":\"Invalid model: kimi\","
                        + "\"type\":\"invalid_model\",\"code\":\"1500\"}",
                        Failure.ModelGone.class),
                arguments(403, groq("The model `kimi` is blocked at the organization level.", "model_permission_blocked_org"),
                        Failure.ModelGone.class),
                arguments(404, groq("Unknown request URL: POST /v1/chat. Please check the URL for typos.", "unknown_url"),
                        Failure.BadRequest.class),
                arguments(404, "<!DOCTYPE html><title>Model Train Club</title> page not found", Failure.BadRequest.class),
                arguments(404, "", Failure.BadRequest.class),
                arguments(404, "{\"error\":{\"message\":\"No endpoints found matching your data policy\",\"code\":404}}",
                        Failure.BadRequest.class),
                arguments(405, "", Failure.BadRequest.class),
                arguments(422, "{\"detail\":[{\"type\":\"extra_forbidden\",\"msg\":\"Extra inputs are not permitted\"}]}",
                        Failure.BadRequest.class),
                arguments(400, groq("This model does not support response format `json_schema`. See supported models.", "x"),
                        Failure.BadRequest.class),
                arguments(400, groq("Failed to generate JSON.", "json_validate_failed"), Failure.OutputInvalid.class),
                arguments(429, groq("You exceeded your current quota, please check your plan.", "insufficient_quota"),
                        Failure.RateLimited.class),
                arguments(429, "", Failure.RateLimited.class),
                arguments(429, "<html>Too many</html>", Failure.RateLimited.class),
                arguments(429, "{\"message\":\"We're experiencing high traffic right now!\",\"type\":\"too_many_requests_error\","
                        + "\"param\":\"queue\",\"code\":\"queue_exceeded\"}", Failure.ProviderTrouble.class),
                arguments(498, groq("Flex tier capacity exceeded", "capacity_exceeded"), Failure.ProviderTrouble.class),
                arguments(500, "", Failure.ProviderTrouble.class),
                arguments(502, "<html><head><title>502 Bad Gateway</title></head></html>", Failure.ProviderTrouble.class),
                arguments(503, groq("openai/gpt-oss-120b is currently over capacity.", "over_capacity"),
                        Failure.ProviderTrouble.class),
                arguments(529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
                        Failure.ProviderTrouble.class),
                arguments(503, "{\"error\":", Failure.ProviderTrouble.class),
                arguments(500, "{\"error\":{}}", Failure.ProviderTrouble.class),
                arguments(500, "[]", Failure.ProviderTrouble.class),
                arguments(500, "[".repeat(5000), Failure.ProviderTrouble.class));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyHasItsMeaningAndAReason(int status, String body, Class<? extends Failure> meaning) {
        Failure failure = of(status, body);
        assertThat(failure).isExactlyInstanceOf(meaning);
        assertThat(failure.http()).isEqualTo(status);
        assertThat(failure.reason()).isNotBlank().hasSizeLessThanOrEqualTo(Failure.REASON_LENGTH).doesNotContain("org_01");
    }

    @Test
    void geminiListsItsViolationsInAnArray() {
        var limited = (Failure.RateLimited) of(429, """
                [{"error":{"code":429,"message":"You exceeded your current quota.\\nPlease retry in 34.074824224s.",
                "status":"RESOURCE_EXHAUSTED","details":[
                {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[
                {"quotaId":"GenerateContentInputTokensPerModelPerMinute-FreeTier","quotaValue":"250000"},
                {"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier","quotaValue":"20"}]},
                {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}]""");
        assertThat(limited.axis()).contains(Axis.RPD);
        assertThat(limited.limit()).hasValue(20);
        assertThat(limited.retryAfter()).contains(Duration.ofNanos(34_074_824_224L));
    }

    @Test
    void openRouterPutsTheAxisIntoAWordAndTheNumbersIntoCopiesOfHeaders() {
        var limited = (Failure.RateLimited) of(429, """
                {"error":{"message":"Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model \
                requests per day",
                "code":429,"metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0",
                "X-RateLimit-Reset":"1795392000000"}}},"user_id":"user_2b7Xq9kLmN0pRsTu"}""");
        assertThat(limited.axis()).contains(Axis.RPD);
        assertThat(limited.limit()).hasValue(50);
        assertThat(limited.used()).hasValue(50);
        assertThat(((Failure.RateLimited) of(429,
                "{\"error\":{\"message\":\"Rate limit exceeded: free-models-per-min.\",\"code\":429}}"))
                .axis()).contains(Axis.RPM);
    }

    @Test
    void openRouterPassesOnTheWordsOfItsOwnProvider() {
        assertThat(of(429, "{\"error\":{\"message\":\"Provider returned error\",\"code\":429,\"metadata\":"
                + "{\"raw\":\"kimi is temporarily rate-limited upstream\",\"provider_name\":\"P\"}}}").reason())
                .isEqualTo("Provider returned error: kimi is temporarily rate-limited upstream");
    }

    @ParameterizedTest
    @CsvSource({"Tokens per day limit exceeded,TPD", "Requests per minute limit exceeded,RPM", "on tokens per min,TPM",
            "input tokens per minute,ITPM", "output tokens per minute,OTPM", "Requests per day,RPD"})
    void anAxisWithoutATagIsReadFromItsWords(String words, Axis axis) {
        assertThat(((Failure.RateLimited) of(429, "{\"message\":\"" + words + "\",\"code\":\"token_quota_exceeded\"}")).axis())
                .contains(axis);
    }

    @Test
    void anAccountWithoutQuotaNamesNoAxis() {
        assertThat(of(429, groq("You exceeded your current quota.", "insufficient_quota")))
                .isEqualTo(new Failure.RateLimited(429, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(), "You exceeded your current quota."));
    }

    @Test
    void retryAfterIsHandedOnHoweverLong() {
        assertThat(((Failure.RateLimited) of(429, "", "retry-after", "31536000")).retryAfter()).contains(Duration.ofDays(365));
        assertThat(((Failure.ProviderTrouble) of(503, "", "retry-after", "7")).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aBodyMadeToHurtIsReadLikeAnyOther() {
        for (String piece : new String[] {"try again in 1s", "1s", "Limit 1,000", ",000", "model ", "requests per ", "<title>",
                "{\"a\":"}) {
            String body = "try again in 1s Limit 1" + piece.repeat((256 << 10) / piece.length());
            assertThat(of(429, body)).isInstanceOf(Failure.RateLimited.class);
            assertThat(of(404, body)).isInstanceOf(Failure.BadRequest.class);
        }
    }

    @Test
    void anEmptyGenerationIsSaid() {
        assertThat(of(400, "{\"error\":{\"message\":\"Failed to generate JSON.\",\"code\":\"json_validate_failed\","
                + "\"failed_generation\":\"\"}}").reason()).contains("reasoning").contains("Failed to generate JSON.");
    }

    @Test
    void aPathThatIsNotThereNamesTheMend() {
        assertThat(of(404, "<html><head><title>Welcome</title></head></html>").reason()).contains("baseUrl").contains("Welcome");
        assertThat(of(301, "", "location", "https://elsewhere.example/v1").reason()).contains("baseUrl")
                .contains("elsewhere.example");
    }

    @ParameterizedTest
    @CsvSource({"rate_limit_exceeded,RateLimited", "model_not_found,ModelGone", "json_validate_failed,OutputInvalid",
            "context_length_exceeded,TooLarge", "invalid_api_key,KeyRefused", "502,ProviderTrouble", "429,RateLimited",
            "server_error,ProviderTrouble"})
    void anErrorInsideAStreamMeansWhatItsCodeSays(String code, String meaning) {
        Failure failure = WireErrors.inside(200, ErrorBody.read("{\"error\":{\"message\":\"m\",\"code\":\"" + code + "\"}}"),
                REDACTION);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(failure.http()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void noBodyCanMakeUsRepeatTheKeyOrTheOrganisation(int status, String body, Class<? extends Failure> meaning) {
        for (String secret : new String[] {Calls.KEY, "org_01hq3kzfeX", "Bearer " + Calls.KEY, "ada@example.org"}) {
            for (String laced : new String[] {secret + body, body + secret, body.replace("message\":\"", "message\":\"" + secret
                    + " ")}) {
                assertThat(of(status, laced).toString()).as(meaning.getName())
                        .doesNotContain(Calls.KEY).doesNotContain("org_01").doesNotContain("ada@");
            }
        }
    }

    private static Failure of(int status, String body, String... headers) {
        return WireErrors.of(status, Headers.of(headers), body, REDACTION);
    }

    private static String groq(String message, String code) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"tokens\",\"code\":\"" + code + "\"}}";
    }
}
