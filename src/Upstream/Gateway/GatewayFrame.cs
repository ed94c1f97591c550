using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// One binary frame of the message gateway in its JSON form (<c>sdkType=js</c>). Requests fill the upper half, answers
/// and pushes have <c>errCode</c> and <c>errMsg</c> as well. <c>data</c> is the protobuf message, base64 on the wire.
/// </summary>
public sealed record GatewayFrame
{
    [JsonPropertyName("reqIdentifier")]
    public int ReqIdentifier { get; init; }

    [JsonPropertyName("token")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }

    [JsonPropertyName("sendID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SendID { get; init; }

    [JsonPropertyName("operationID")]
    public string OperationID { get; init; } = "";

    [JsonPropertyName("msgIncr")]
    public string MsgIncr { get; init; } = "";

    [JsonPropertyName("errCode")]
    public int ErrCode { get; init; }

    [JsonPropertyName("errMsg")]
    public string ErrMsg { get; init; } = "";

    [JsonPropertyName("data")]
    public byte[]? Data { get; init; }
}
