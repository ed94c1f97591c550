using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Contracts;

public sealed class FunctionCatalogueTests
{
    [Fact]
    public void The_catalogue_holds_231_functions_each_under_its_own_name()
    {
        Assert.Equal(231, FunctionCatalogue.All.Count);
        Assert.Equal(231, FunctionCatalogue.All.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_function_is_found_by_its_exact_name_alone()
    {
        Assert.Equal(FunctionFamily.Message, FunctionCatalogue.Find("SendMessage")?.Family);
        Assert.Null(FunctionCatalogue.Find("sendMessage"));
        Assert.Null(FunctionCatalogue.Find(""));
    }

    [Fact]
    public void Arguments_are_read_as_type_and_name()
    {
        var function = FunctionCatalogue.Find("SendMessage")!;

        Assert.Equal(
            [new("message", "MsgStruct"), new("recvID", "string"), new("groupID", "string"),
                new("offlinePushInfo", "OfflinePushInfo"), new("isOnlineOnly", "bool")],
            function.Arguments);
    }

    [Fact]
    public void Every_record_that_an_available_function_takes_exists_in_the_contracts()
    {
        string[] simple = ["string", "int", "long", "double", "bool", "object"];
        var records = typeof(MsgStruct).Assembly.GetExportedTypes().Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);

        var unknown = FunctionCatalogue.All.Where(f => f.IsOnHub)
            .SelectMany(f => f.Arguments.Select(a => a.Type.Replace("[]", "", StringComparison.Ordinal)))
            .Where(type => !simple.Contains(type) && !records.Contains(type));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("CreateImageMessageFromFullPath", ErrorCode.HostFileRefused)]
    [InlineData("GetSubDepartment", ErrorCode.NotAvailable)]
    [InlineData("SetFriendListener", ErrorCode.NotAvailable)]
    [InlineData("DeleteGroupRequests", ErrorCode.NotAvailable)]
    public void A_function_that_cannot_be_called_says_so_with_a_code_and_its_name(string name, int code)
    {
        var refusal = FunctionCatalogue.Find(name)!.Refusal;

        Assert.Equal(code, refusal.Code);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }
}
