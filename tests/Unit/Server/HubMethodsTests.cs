using System.Reflection;
using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

public sealed class HubMethodsTests
{
    /// <summary>What the hub has beside the SDK's functions, and what older versions have in another form.</summary>
    private static readonly string[] Additional = ["Resume", "GetLoginUser", "SetConversationsRecvMessageOpt",
        "DeleteConversationMsgFromLocal", "GetFriendListWithBlackInfo", "GetFriendListPageWithBlackInfo",
        "GetSpecifiedFriendsWithBlackInfo", "MarkUnreadConversationAsRead"];

    public static TheoryData<string> OnHub => [.. FunctionCatalogue.All.Where(f => f.IsOnHub).Select(f => f.Name)];

    [Fact]
    public void The_hub_has_a_method_for_every_function_that_is_there_and_no_other()
    {
        var expected = FunctionCatalogue.All.Where(f => f.IsOnHub).Select(f => f.Name).Concat(Additional);

        Assert.Equal(expected.Order(StringComparer.Ordinal), HubMethods.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OnHub))]
    public void A_method_takes_the_arguments_of_the_catalogue(string name)
    {
        var method = typeof(OpenImHub).GetMethod(name);

        Assert.NotNull(method);
        Assert.Equal(
            FunctionCatalogue.Find(name)!.Arguments.Select(argument => argument.Type),
            method.GetParameters().Select(parameter => TypeOf(parameter.ParameterType)));
    }

    [Theory]
    [InlineData("DeleteGroupRequests", ErrorCode.NotAvailable)]
    [InlineData("CreateImageMessage", ErrorCode.HostFileRefused)]
    [InlineData("GetSubDepartment", ErrorCode.NotAvailable)]
    [InlineData("Nonsense", ErrorCode.Arguments)]
    [InlineData("SendMessage", ErrorCode.Arguments)]
    public void A_call_that_reaches_no_method_is_told_why(string name, int code) =>
        Assert.Equal(code, HubMethods.Refusal(name).Code);

    [Fact]
    public void A_name_is_not_repeated_at_any_length()
    {
        var refusal = HubMethods.Refusal(new string('x', 1_000_000));

        Assert.True(refusal.Message.Length < 200);
    }

    private static string TypeOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return TypeOf(type.GetGenericArguments()[0]) + "[]";
        return type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(int) => "int",
            _ when type == typeof(long) => "long",
            _ when type == typeof(double) => "double",
            _ when type == typeof(bool) => "bool",
            _ when type == typeof(JsonElement) => "object",
            _ => type.Name,
        };
    }
}
