using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What a client opens the gateway with. Two forms: plain query arguments, or all of them as one base64 JSON object in
/// <c>v</c>, which wins when it is there.
/// </summary>
internal sealed record HandshakeArguments
{
    public required string UserID { get; init; }

    public required string Token { get; init; }

    public required int PlatformID { get; init; }

    public required string OperationID { get; init; }

    public required bool IsCompressed { get; init; }

    /// <summary>Whether the outcome is told by a first text frame, a refusal for the token included.</summary>
    public required bool SendResponse { get; init; }

    /// <summary>Reads either form; the order of the checks is the server's.</summary>
    public static Answer<HandshakeArguments> Read(HttpRequest request) =>
        request.Query["v"] is [{ Length: > 0 } v, ..] ? ReadEncoded(v) : ReadQuery(request);

    private static Answer<HandshakeArguments> ReadQuery(HttpRequest request)
    {
        var query = request.Query;
        var platform = query["platformID"].FirstOrDefault();
        if (!int.TryParse(platform, NumberStyles.AllowLeadingSign, null, out var platformID))
            return ServerErrors.ConnectionArguments("platformID is not int");
        var sendResponse = false;
        if (query["isMsgResp"].FirstOrDefault() is { Length: > 0 } text && !GoBool.TryParse(text, out sendResponse))
            return ServerErrors.ConnectionArguments("isMsgResp is not bool");
        // Required although it has no effect, and of all the arguments the only one refused without a code of its own.
        if (!GoBool.TryParse(query["isBackground"].FirstOrDefault(), out _))
            return ServerErrors.Internal("isBackground is not bool");
        var compression = query["compression"].FirstOrDefault();
        var arguments = new HandshakeArguments
        {
            UserID = query["sendID"].FirstOrDefault() ?? "",
            Token = query["token"].FirstOrDefault() ?? "",
            PlatformID = platformID,
            OperationID = query["operationID"].FirstOrDefault() ?? "",
            IsCompressed = IsGzip(string.IsNullOrEmpty(compression) ? request.Headers["compression"] : compression),
            SendResponse = sendResponse,
        };
        return Check(arguments, query["sdkType"].FirstOrDefault());
    }

    private static Answer<HandshakeArguments> ReadEncoded(string v)
    {
        Encoded? encoded;
        try
        {
            encoded = JsonSerializer.Deserialize(DecodeRawUrl(v), GatewayJson.Default.Encoded);
        }
        catch (FormatException)
        {
            return ServerErrors.ConnectionArguments("data is not base64");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return ServerErrors.ConnectionArguments("data is not json");
        }
        encoded ??= new Encoded();
        return Check(
            new HandshakeArguments
            {
                UserID = encoded.UserID ?? "",
                Token = encoded.Token ?? "",
                PlatformID = encoded.PlatformID ?? 0,
                OperationID = encoded.OperationID ?? "",
                IsCompressed = IsGzip(encoded.Compression),
                SendResponse = encoded.SendResponse ?? false,
            },
            encoded.SdkType);
    }

    private static Answer<HandshakeArguments> Check(HandshakeArguments arguments, string? sdkType)
    {
        if (arguments.Token.Length == 0)
            return ServerErrors.ConnectionArguments("token is empty");
        if (arguments.UserID.Length == 0)
            return ServerErrors.ConnectionArguments("sendID is empty");
        if (!Platforms.IsKnown(arguments.PlatformID))
            return ServerErrors.ConnectionArguments("platformID is invalid");
        if (arguments.OperationID.Length == 0)
            return ServerErrors.ConnectionArguments("operationID is empty");
        return sdkType switch
        {
            "js" => arguments,
            // Frames in Go's own gob encoding: the Sandbox is for clients that are not written in Go.
            null or "" or "go" => ServerErrors.ConnectionArguments("gob frames are not available here, use sdkType=js"),
            _ => ServerErrors.ConnectionArguments("sdkType is invalid"),
        };
    }

    private static bool IsGzip(string? compression) => compression == "gzip";

    private static byte[] DecodeRawUrl(string text) =>
        text.Contains('=', StringComparison.Ordinal)
            ? throw new FormatException("padding")
            : Base64Url.DecodeFromChars(text);

    /// <summary>The object of the <c>v</c> argument.</summary>
    internal sealed record Encoded
    {
        [JsonPropertyName("token")]
        public string? Token { get; init; }

        [JsonPropertyName("userID")]
        public string? UserID { get; init; }

        [JsonPropertyName("platformID")]
        public int? PlatformID { get; init; }

        [JsonPropertyName("operationID")]
        public string? OperationID { get; init; }

        [JsonPropertyName("compression")]
        public string? Compression { get; init; }

        [JsonPropertyName("sdkType")]
        public string? SdkType { get; init; }

        [JsonPropertyName("sendResponse")]
        public bool? SendResponse { get; init; }

        [JsonPropertyName("background")]
        public bool? Background { get; init; }
    }
}
