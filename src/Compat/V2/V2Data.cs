using System.Text;
using System.Text.Json;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// The <c>data</c> of a v2 request, from which a row of the function table takes the arguments of the hub's method.
/// What is missing or of another type is noted (<see cref="Error"/>) and read as a default; the call is then not made.
/// </summary>
internal sealed class V2Data : IDisposable
{
    private readonly string _text;
    private readonly JsonDocument? _document;
    private readonly JsonElement _root;

    private V2Data(string text, string self, JsonDocument? document, OpenImError? error)
    {
        _text = text;
        Self = self;
        _document = document;
        _root = document?.RootElement ?? default;
        Error = error;
    }

    /// <summary>The user whose request it is.</summary>
    public string Self { get; }

    /// <summary>The first thing that is wrong.</summary>
    public OpenImError? Error { get; private set; }

    /// <summary>The text as it is.</summary>
    public string Raw => _text;

    /// <summary>A request whose <c>data</c> is a text, or nothing.</summary>
    public static V2Data OfText(ReadOnlySpan<byte> data, string self) =>
        new(Encoding.UTF8.GetString(data), self, document: null, error: null);

    /// <summary>A request whose <c>data</c> is one JSON value, which the SDK reads: any mistake in it is 803.</summary>
    public static V2Data OfJson(ReadOnlySpan<byte> data, string self) =>
        Parse(data) is { } document
            ? new("", self, document, error: null)
            : new("", self, document: null, V2Errors.NoJson);

    /// <summary>A request whose <c>data</c> is an object that must have some keys.</summary>
    public static V2Data OfObject(ReadOnlySpan<byte> data, string self, IReadOnlyList<string> requiredKeys)
    {
        var document = Parse(data);
        if (document?.RootElement.ValueKind != JsonValueKind.Object)
        {
            document?.Dispose();
            return new("", self, document: null, V2Errors.NoObject);
        }

        var root = document.RootElement;
        var error = !requiredKeys.All(key => root.TryGetProperty(key, out _)) ? V2Errors.NoKey
            : requiredKeys.Any(key => root.GetProperty(key).ValueKind == JsonValueKind.Null) ? V2Errors.Parameter
            : null;
        return new("", self, document, error);
    }

    /// <summary>A text that must be given.</summary>
    public string Text(string key)
    {
        if (TryGet(key, out var value) && value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        Error ??= V2Errors.Parameter;
        return "";
    }

    /// <summary>A text that may be left out.</summary>
    public string TextOrEmpty(string key) => Has(key) ? Text(key) : "";

    /// <summary>A number that must be given; a fraction is cut off.</summary>
    public int Number(string key) => (int)Math.Clamp(Double(key), int.MinValue, int.MaxValue);

    /// <summary>true or false, which must be given.</summary>
    public bool Boolean(string key)
    {
        if (TryGet(key, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Error ??= V2Errors.Parameter;
        return false;
    }

    public double Double(string key)
    {
        if (TryGet(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number))
            return number;
        Error ??= V2Errors.Parameter;
        return 0;
    }

    /// <summary>Whether the object has that key with a value.</summary>
    public bool Has(string key) => TryGet(key, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text that holds JSON. An absent key is "not given".</summary>
    public T? Json<T>(string key)
        where T : class
    {
        if (!Has(key))
            return null;
        using var document = Parse(Encoding.UTF8.GetBytes(Text(key)));
        return Convert<T>(document?.RootElement);
    }

    /// <summary>A text that holds JSON, or the empty one: "not given", as an absent key.</summary>
    public T? JsonOrEmpty<T>(string key)
        where T : class => IsEmpty(key) ? null : Json<T>(key);

    /// <summary>A message, as a text that holds JSON.</summary>
    public MsgStruct? Message(string key)
    {
        if (!Has(key))
            return null;
        using var document = Parse(Encoding.UTF8.GetBytes(Text(key)));
        return ConvertMessage(document?.RootElement);
    }

    /// <summary>A message, as a text that holds JSON, or the empty text: "not given", as an absent key.</summary>
    public MsgStruct? MessageOrEmpty(string key) => IsEmpty(key) ? null : Message(key);

    /// <summary>Messages, as a text that holds a JSON array.</summary>
    public IReadOnlyList<MsgStruct>? Messages(string key)
    {
        using var document = Parse(Encoding.UTF8.GetBytes(Text(key)));
        if (document?.RootElement.ValueKind == JsonValueKind.Array)
        {
            return
            [
                .. document.RootElement.EnumerateArray().Select(element => ConvertMessage(element)).OfType<MsgStruct>(),
            ];
        }

        Error ??= V2Errors.NoJson;
        return null;
    }

    /// <summary>The whole <c>data</c> as one value, which must be one.</summary>
    public T? Whole<T>()
        where T : class => Convert<T>(_root.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : _root);

    /// <summary>Notes when the whole <c>data</c> is no object, from which keys are then read.</summary>
    public void MustBeObject()
    {
        if (_root.ValueKind != JsonValueKind.Object)
            Error ??= V2Errors.NoJson;
    }

    /// <summary>The whole <c>data</c> as a message.</summary>
    public MsgStruct? WholeMessage() => ConvertMessage(_document is null ? null : _root);

    /// <summary>The v3.8 ids of some v2 conversations.</summary>
    public IReadOnlyList<string>? ConversationIds(IReadOnlyList<string>? ids) =>
        ids?.Select(id => V2Ids.ToV38(id ?? "", Self)).ToArray();

    public void Dispose() => _document?.Dispose();

    private bool TryGet(string key, out JsonElement value)
    {
        value = default;
        return _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(key, out value);
    }

    private bool IsEmpty(string key) =>
        TryGet(key, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8);

    private T? Convert<T>(JsonElement? json)
        where T : class
    {
        try
        {
            if (json is { } value)
                return value.Deserialize<T>(JsonText.Given);
        }
        catch (JsonException)
        {
        }

        Error ??= V2Errors.NoJson;
        return null;
    }

    private MsgStruct? ConvertMessage(JsonElement? json)
    {
        try
        {
            if (json is { ValueKind: JsonValueKind.Object } value)
                return V2MessageReader.Read(value);
        }
        catch (JsonException)
        {
        }

        Error ??= V2Errors.NoJson;
        return null;
    }

    // npm's ...ByURL functions make JSON of their JSON: a text that is the whole value is looked into once more.
    private static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json.ToArray());
            if (document.RootElement.ValueKind != JsonValueKind.String)
                return document;
            using (document)
                return JsonDocument.Parse(document.RootElement.GetString()!);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
