namespace OpenIM.SignalR.Server;

/// <summary>Where measurements go. Configuration section <c>Telemetry</c>.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>
    /// An OpenTelemetry collector (OTLP over gRPC) that gets the metrics. Default: none; <c>dotnet-counters</c> sees them in any
    /// case.
    /// </summary>
    public required Uri? OtlpEndpoint { get; init; }

    public static TelemetryOptions Read(ConfigurationReader reader) => new()
    {
        OtlpEndpoint = reader.Address("Telemetry:OtlpEndpoint", "http", "https"),
    };
}
