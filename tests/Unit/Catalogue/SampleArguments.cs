using System.Text.Json;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Makes an argument of its name and type, so that it names what there is around.</summary>
internal static class SampleArguments
{
    private const int Deepest = 4;

    /// <summary>An argument of the catalogue.</summary>
    public static JsonNode Of(FunctionArgument argument, Surroundings around) =>
        Of(argument.Name, argument.Type, around);

    /// <summary>A value by the name of what it is.</summary>
    public static string Text(string name, Surroundings around) => name switch
    {
        "token" => around.Token,
        "groupID" => around.Group,
        "conversationID" => around.Conversation,
        "clientMsgID" or "startClientMsgID" => around.ClientMsgID,
        "adminUserID" => around.Stranger,
        "ownerUserID" or "sendID" => around.Self,
        "sourceID" => around.Peer,
        _ when name.EndsWith("userID", StringComparison.OrdinalIgnoreCase) || name == "recvID" => around.Peer,
        _ => "text",
    };

    public static int Number(string name) => name switch
    {
        "count" => 10,
        "contentType" => 101,
        "roleLevel" => 60,
        "pageIndex" or "before" or "after" => 1,
        "joinSource" => 3,
        "groupType" => 2,
        "sessionType" or "conversationType" => 1,
        "mutedSeconds" => 60,
        _ => 0,
    };

    /// <summary>A message as CreateTextMessage makes it.</summary>
    public static JsonObject Message(Surroundings around) => new()
    {
        ["clientMsgID"] = around.ExistingMessage ?? Guid.NewGuid().ToString("N"),
        ["createTime"] = 1_700_000_000_000,
        ["sendTime"] = 0,
        ["sessionType"] = 1,
        ["sendID"] = around.Self,
        ["recvID"] = around.Peer,
        ["msgFrom"] = 100,
        ["contentType"] = 101,
        ["senderPlatformID"] = Platform.Web,
        ["senderNickname"] = around.Self,
        ["isRead"] = false,
        ["status"] = 2,
        ["textElem"] = new JsonObject { ["content"] = "hello" },
    };

    /// <summary>Whether a number or truth value of a record may be null.</summary>
    public static bool IsNullable(string record, string key) =>
        JsonText.Options.GetTypeInfo(RecordType(record)).Properties.FirstOrDefault(property => property.Name == key) is { } found
        && Nullable.GetUnderlyingType(found.PropertyType) is not null;

    private static JsonNode Of(string name, string type, Surroundings around) => type switch
    {
        "string" => Text(name, around),
        "int" or "long" => Number(name),
        "double" => 1.5,
        "bool" => false,
        "object" => new JsonObject
        {
            ["conversationID"] = around.Conversation,
            ["groupID"] = around.Group,
            ["userID"] = around.Peer,
            ["clientMsgID"] = around.ClientMsgID,
            ["count"] = 10,
        },
        "callback" => "",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => new JsonArray(Of(Singular(name), type[..^2], around)),
        _ => Record(RecordType(type), around),
    };

    private static string Singular(string name) =>
        name.EndsWith("List", StringComparison.Ordinal) ? name[..^4] : name.TrimEnd('s');

    private static Type RecordType(string name) =>
        typeof(MsgStruct).Assembly.GetExportedTypes().FirstOrDefault(type => type.Name == name) ?? typeof(object);

    /// <summary>A record with all that it can have.</summary>
    public static JsonNode Record(Type type, Surroundings around, int depth = 0)
    {
        if (type == typeof(MsgStruct))
            return Message(around);
        var record = new JsonObject();
        if (type == typeof(object) || depth == Deepest)
            return record;
        foreach (var property in JsonText.Options.GetTypeInfo(type).Properties)
        {
            if (Value(property.Name, property.PropertyType, around, depth) is { } value)
                record[property.Name] = value;
        }
        return record;
    }

    private static JsonNode? Value(string name, Type type, Surroundings around, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericArguments() is [var element])
            return Value(Singular(name), element, around, depth) is { } one ? new JsonArray(one) : null;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Text(name, around),
            >= TypeCode.SByte and <= TypeCode.UInt64 => Number(name),
            TypeCode.Double or TypeCode.Single => 1.5,
            TypeCode.Boolean => name.StartsWith("isSearch", StringComparison.Ordinal),
            _ when type == typeof(JsonElement) => null,
            _ => Record(type, around, depth + 1),
        };
    }
}
