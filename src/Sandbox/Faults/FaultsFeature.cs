using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

internal static class FaultsFeature
{
    // By reflection: generated code takes properties that are set once for arguments, and forgets their defaults. What
    // is no option is an error: a fault that was misspelled would never happen.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public static void AddFaults(this IServiceCollection services) => services
        .AddSingleton<Faults>()
        .AddSingleton<RestFaults>();

    /// <summary>
    /// The switch at run time, for administrators: the body is all of <see cref="FaultOptions"/> that is not to be as
    /// by default, so <c>{}</c> switches all faults off.
    /// </summary>
    public static void MapFaults(this RestApi api, Faults faults) =>
        api.Map($"{PageEndpoints.Prefix}/faults", async (context, caller) =>
        {
            var error = caller.MustBeAdmin() ?? await SetAsync(context, faults);
            await (error is null ? Envelope.WriteEmptyAsync(context) : Envelope.WriteErrorAsync(context, error));
        });

    private static async Task<ServerError?> SetAsync(HttpContext context, Faults faults)
    {
        FaultOptions? options;
        try
        {
            options = await JsonSerializer.DeserializeAsync<FaultOptions>(
                context.Request.Body, Json, context.RequestAborted);
        }
        // As for every other body: half a pair of surrogates is no text, and the web server refuses what is too large.
        catch (Exception error) when (error is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return ServerErrors.Arguments(error.Message);
        }
        options ??= new FaultOptions();
        var problems = options.Validate().Select(problem => $"{problem.Option} {problem.Problem}").ToList();
        if (problems.Count > 0)
            return ServerErrors.Arguments(string.Join("; ", problems));
        faults.Set(options);
        return null;
    }
}
