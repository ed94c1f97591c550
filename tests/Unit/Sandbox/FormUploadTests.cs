using System.Net;
using System.Text.Json;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class FormUploadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_with_its_fields_and_its_file_becomes_an_object()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(200_000);
        var form = await InitiateAsync(alice, "alice/grüße.png", file.Length, "image/png");

        using var posted = await PostAsync(alice, form, file);
        var completed = await CompleteAsync(alice, form);
        var again = await CompleteAsync(alice, form);

        Assert.Equal((int)posted.StatusCode, form.GetProperty("successCodes").EnumerateArray().Single().GetInt32());
        Assert.Equal(0, ObjectClient.CodeOf(completed));
        Assert.Equal(0, ObjectClient.CodeOf(again));
        Assert.Equal(file, await alice.DownloadAsync("alice/grüße.png"));
    }

    [Fact]
    public async Task A_form_is_complete_only_with_all_of_its_file()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var form = await InitiateAsync(alice, "alice/a", 1000);

        var nothing = await CompleteAsync(alice, form);
        (await PostAsync(alice, form, new byte[999])).Dispose();
        var shorter = await CompleteAsync(alice, form);
        using var longer = await PostAsync(alice, form, new byte[1001]);
        (await PostAsync(alice, form, new byte[1000])).Dispose();

        Assert.Equal(500, ObjectClient.CodeOf(nothing));
        Assert.Equal(90007, ObjectClient.CodeOf(shorter));
        Assert.Equal("EntityTooLarge", await ObjectClient.RefusalOf(longer, HttpStatusCode.BadRequest));
        Assert.Equal(0, ObjectClient.CodeOf(await CompleteAsync(alice, form)));
        Assert.Equal(1000, ObjectClient.BlobsOf(sandbox).Used);
    }

    [Theory]
    [InlineData("signature", "AAAA")]
    [InlineData("expires", "99999999999999")]
    [InlineData("Content-Type", "text/html")]
    public async Task A_changed_field_is_refused(string field, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var form = await InitiateAsync(alice, "alice/a", 10, "text/plain");

        using var response = await PostAsync(alice, form, new byte[10], field, value);

        Assert.Equal("SignatureDoesNotMatch", await ObjectClient.RefusalOf(response, HttpStatusCode.Forbidden));
        Assert.Equal(0, ObjectClient.BlobsOf(sandbox).Used);
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("multipart/form-data", "hello")]
    [InlineData("multipart/form-data; boundary=b", "hello")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\nno name\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n--b--\r\n")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var form = await InitiateAsync(alice, "alice/a", 10);
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await alice.Http.PostAsync(new Uri(form.GetProperty("url").GetString()!), content, Cancel);

        Assert.Equal("MalformedPOSTRequest", await ObjectClient.RefusalOf(response, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_form_can_be_sent_for_ten_minutes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var sandbox = await RunningSandbox.StartAsync(new() { TimeProvider = time });
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var form = await InitiateAsync(alice, "alice/a", 10);
        (await PostAsync(alice, form, new byte[10])).Dispose();

        time.Advance(TimeSpan.FromMinutes(10));
        using var late = await PostAsync(alice, form, new byte[10]);

        Assert.Equal("AccessDenied", await ObjectClient.RefusalOf(late, HttpStatusCode.Forbidden));
        Assert.Equal(0, ObjectClient.CodeOf(await CompleteAsync(alice, form)));
    }

    [Fact]
    public async Task An_administrator_puts_files_where_he_wants_and_in_place_of_others()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var admin = await ObjectClient.AdminAsync(sandbox);
        foreach (byte content in new byte[] { 1, 2 })
        {
            var form = (await admin.CallAsync("initiate_form_data", new
            {
                name = "logo/logo.png", size = 1, absolute = true, millisecond = 60_000,
            })).GetProperty("data");
            (await PostAsync(admin, form, [content])).Dispose();
            Assert.Equal(0, ObjectClient.CodeOf(await CompleteAsync(admin, form)));
        }

        Assert.Equal([2], await admin.DownloadAsync("logo/logo.png"));
        Assert.Equal(1, ObjectClient.BlobsOf(sandbox).Used);
    }

    private static async Task<JsonElement> InitiateAsync(
        ObjectClient client, string name, int size, string contentType = "") =>
        (await client.CallAsync("initiate_form_data", new { name, size, contentType })).GetProperty("data");

    private static Task<JsonElement> CompleteAsync(ObjectClient client, JsonElement form) =>
        client.CallAsync("complete_form_data", new { id = form.GetProperty("id").GetString() });

    private static async Task<HttpResponseMessage> PostAsync(
        ObjectClient client, JsonElement form, byte[] file, string changed = "", string value = "")
    {
        using var content = new MultipartFormDataContent();
        foreach (var field in form.GetProperty("formData").EnumerateObject())
            content.Add(new StringContent(field.Name == changed ? value : field.Value.GetString()!), field.Name);
        content.Add(new ByteArrayContent(file), form.GetProperty("file").GetString()!, "any name");
        return await client.Http.PostAsync(new Uri(form.GetProperty("url").GetString()!), content, Cancel);
    }
}
