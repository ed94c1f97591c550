using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// JSON by the type that a path reads, a protobuf message or a record. Of every value there is a chance that it is of
/// another type, null, nested deeply, too large, or no value at all.
/// </summary>
/// <param name="random">The source of all choices.</param>
/// <param name="values">The single values.</param>
/// <param name="wrongPercent">How many of the values are wrong.</param>
internal sealed class FuzzJson(Random random, FuzzValues values, int wrongPercent)
{
    private const int MaxDepth = 5;

    private static readonly string[] Wrong =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-0", "123456789012345678901234567890",
        "9223372036854775807", "4294967296",
        "\"\"", "\"1\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\x\"", "{}", "[]", "[null]", "[[[]]]",
        "{\"\":{}}", "{\"a\":1,\"a\":2}", "nul", "'x'", "", "NaN", "01", "// x\n1", "[1,]", "{\"a\":}", "\"open",
    ];

    // Objects whose values only fail when somebody asks for them.
    private static readonly string[] Elements =
    [
        """{"content":"\ud800"}""", """{"\ud800":1}""", """{"content":1e999}""", """{"content":null,"content":"a"}""",
        """{"sourcePicture":{"width":1e999,"url":"\ud800"}}""", """{"text":"q","quoteMessage":{"content":"\ud800"}}""",
        """{"atUserList":[null,1,"\ud800"]}""", """{"data":{},"duration":"x"}""",
    ];

    public byte[] Of(Type? type)
    {
        var text = new StringBuilder();
        if (type is null)
            Append(text, typeof(JsonElement), "", 0);
        else
            Append(text, type, "", 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Append(StringBuilder text, Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsWrong(text))
            return;
        if (depth > MaxDepth)
            text.Append("null");
        else if (typeof(IMessage).IsAssignableFrom(type))
            AppendMessage(text, ((IMessage)Activator.CreateInstance(type)!).Descriptor, depth);
        else if (type == typeof(string))
            AppendText(text, values.Text(name));
        else if (type == typeof(bool))
            text.Append(values.Chance(50) ? "true" : "false");
        else if (type.IsPrimitive || type.IsEnum)
            text.Append(values.Number(name).ToString(CultureInfo.InvariantCulture));
        else if (type == typeof(byte[]))
            text.Append('"').Append(Convert.ToBase64String(values.Bytes(name))).Append('"');
        else if (type == typeof(JsonElement))
            text.Append(values.Chance(90) ? values.Text("content") is ['{', ..] content ? content : "{}"
                : Elements[random.Next(Elements.Length)]);
        else if (ItemOf(type) is { } item)
            AppendList(text, () => Append(text, item, name, depth + 1));
        else
            AppendRecord(text, type, depth);
    }

    private void AppendRecord(StringBuilder text, Type type, int depth) =>
        AppendObject(text, type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property =>
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            return (name, (Action)(() => Append(text, property.PropertyType, name, depth + 1)));
        }));

    private void AppendMessage(StringBuilder text, MessageDescriptor type, int depth)
    {
        // Well-known wrappers are bare values.
        if (type.File.Name.EndsWith("wrappers.proto", StringComparison.Ordinal))
            AppendField(text, type.FindFieldByNumber(1), type.Name, depth);
        else
            AppendObject(text, type.Fields.InDeclarationOrder().Select(field =>
                (field.Name, (Action)(() => AppendFieldOrList(text, field, depth + 1)))));
    }

    private void AppendFieldOrList(StringBuilder text, FieldDescriptor field, int depth)
    {
        if (IsWrong(text))
            return;
        if (field.IsMap)
            AppendObject(text, Enumerable.Range(0, random.Next(3)).Select(_ =>
                (values.Text(field.Name), (Action)(() =>
                    AppendField(text, field.MessageType.FindFieldByNumber(2), field.Name, depth)))));
        else if (field.IsRepeated)
            AppendList(text, () => AppendField(text, field, field.Name, depth));
        else
            AppendField(text, field, field.Name, depth);
    }

    private void AppendField(StringBuilder text, FieldDescriptor field, string name, int depth)
    {
        if (IsWrong(text))
            return;
        switch (field.FieldType)
        {
            case FieldType.String:
                AppendText(text, values.Text(name));
                break;
            case FieldType.Bytes:
                text.Append('"').Append(Convert.ToBase64String(values.Bytes(name))).Append('"');
                break;
            case FieldType.Bool:
                text.Append(values.Chance(50) ? "true" : "false");
                break;
            case FieldType.Message when depth > MaxDepth:
                text.Append("null");
                break;
            case FieldType.Message:
                AppendMessage(text, field.MessageType, depth);
                break;
            default:
                text.Append(values.Number(name).ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private void AppendObject(StringBuilder text, IEnumerable<(string Name, Action Append)> members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, append) in members)
        {
            if (values.Chance(8))
                continue;
            if (!first)
                text.Append(',');
            first = false;
            AppendText(text, values.Chance(2) ? name.ToUpperInvariant() : name);
            text.Append(':');
            append();
        }
        text.Append('}');
    }

    private void AppendList(StringBuilder text, Action append)
    {
        text.Append('[');
        for (var count = values.Chance(1) ? 300 : random.Next(4); count > 0; count--)
        {
            append();
            if (count > 1)
                text.Append(',');
        }
        text.Append(']');
    }

    private static void AppendText(StringBuilder text, string value) =>
        text.Append('"').Append(JavaScriptEncoder.Default.Encode(value)).Append('"');

    private bool IsWrong(StringBuilder text)
    {
        if (!values.Chance(wrongPercent))
            return false;
        if (values.Chance(5))
        {
            var depth = random.Next(2) == 0 ? 70 : 5000;
            text.Append('[', depth).Append(']', values.Chance(80) ? depth : depth - 1);
        }
        else
            text.Append(Wrong[random.Next(Wrong.Length)]);
        return true;
    }

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var item] ? item
        : null;
}
