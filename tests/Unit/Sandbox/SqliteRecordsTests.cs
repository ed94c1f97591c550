using CsCheck;
using Microsoft.Data.Sqlite;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class SqliteRecordsTests : IDisposable
{
    private static readonly RecordTable<UserInfo> Users = RecordTable.OfMessages<UserInfo>("users");
    private static readonly RecordTable<byte[]> Bytes = new("bytes", value => value, value => value);

    private readonly string _folder = Directory.CreateTempSubdirectory("openim-signalr-test-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "data", "sandbox.db");

    [Fact]
    public void What_was_put_is_there_after_a_restart_in_the_order_of_the_first_put()
    {
        using (var store = new RecordsInFile(Path))
        {
            Put(store, "b", "1");
            Put(store, "a", "2");
            store.Records.Flush();
            Put(store, "c", "3");
            Put(store, "b", "4");
        }

        Assert.Equal(["b=4", "a=2", "c=3"], Reopened());
    }

    [Fact]
    public void What_was_deleted_is_gone_and_comes_at_the_end_when_it_is_put_again()
    {
        using (var store = new RecordsInFile(Path))
        {
            Put(store, "a", "1");
            Put(store, "b", "2");
            Put(store, "c", "3");
            store.Records.Flush();
            store.Records.Delete(Users, "a");
            Put(store, "a", "4");
            Put(store, "d", "5");
            store.Records.Delete(Users, "d");
            store.Records.Delete(Users, "b");
        }

        Assert.Equal(["c=3", "a=4"], Reopened());
    }

    [Fact]
    public void Loading_sees_what_is_still_pending()
    {
        using var store = new RecordsInFile(Path);
        Put(store, "a", "1");

        Assert.Equal(["a=1"], All(store));
    }

    [Fact]
    public async Task A_put_reaches_the_file_without_a_stop()
    {
        using var store = new RecordsInFile(Path);
        Put(store, "a", "1");

        using var reader = store.File.Open();
        using var count = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE name = 'users'", reader);
        while ((long)count.ExecuteScalar()! == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_batch_keeps_only_the_last_value_of_a_record()
    {
        var batch = new RecordBatch();
        batch.Put("t", "a", new byte[1000]);
        batch.Put("t", "b", new byte[1]);
        batch.Put("t", "a", new byte[10]);
        batch.Delete("t", "b");

        Assert.Equal(["a", "b"], batch.Changes.Select(change => change.Key));
        Assert.Equal([10, null], batch.Changes.Select(change => change.Value?.Length));
        Assert.InRange(batch.Bytes, 11, 999);
    }

    [Fact]
    public async Task Who_puts_more_than_the_disk_takes_waits_and_nothing_is_lost()
    {
        using (var store = new RecordsInFile(Path, maxPendingBytes: 100_000))
        {
            Task putting;
            using (var other = store.File.Open())
            using (var held = other.BeginTransaction())
            {
                var put = 0;
                putting = Task.Run(() =>
                {
                    for (var i = 0; i < 100; i++)
                    {
                        store.Records.Put(Bytes, $"{i}", new byte[10_000]);
                        Volatile.Write(ref put, i + 1);
                    }
                }, TestContext.Current.CancellationToken);

                // One batch is on its way to the disk at most, and one fills: none is larger than the limit and a put.
                while (Volatile.Read(ref put) < 9)
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                await Task.Delay(100, TestContext.Current.CancellationToken);
                Assert.False(putting.IsCompleted);
                Assert.InRange(Volatile.Read(ref put), 9, 10);
            }
            await putting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }

        using var again = new RecordsInFile(Path);
        Assert.Equal(100, again.Records.Load(Bytes).Count());
    }

    [Fact]
    public void When_the_file_cannot_be_written_that_is_told_and_nothing_more_is_taken()
    {
        using var store = new RecordsInFile(Path);
        Put(store, "a", "1");
        store.Records.Flush();
        using (var other = store.File.Open())
        using (var drop = new SqliteCommand("DROP TABLE users", other))
            drop.ExecuteNonQuery();

        Put(store, "a", "2");
        store.Records.Flush();

        var failure = Assert.IsType<IOException>(store.Records.Failure.Exception!.InnerException);
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => Put(store, "a", "3"));
    }

    [Fact]
    public void A_file_that_is_in_use_is_refused()
    {
        using var store = new RecordsInFile(Path);

        Refused("in use");
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused()
    {
        using (var store = new RecordsInFile(Path))
        using (var connection = store.File.Open())
        using (var newer = new SqliteCommand("PRAGMA user_version = 2", connection))
            newer.ExecuteNonQuery();

        Refused("newer version");
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            using var create = new SqliteCommand("CREATE TABLE theirs (id)", connection);
            create.ExecuteNonQuery();
        }

        Refused("not one of the Sandbox");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, new string('x', 5000));

        Refused("cannot be opened");

        Assert.Equal(new string('x', 5000), File.ReadAllText(Path));
    }

    [Fact]
    public void Nobody_else_on_the_machine_reads_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var store = new RecordsInFile(Path);
        Put(store, "a", "1");
        store.Records.Flush();

        foreach (var file in new[] { Path, Path + "-wal" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("alice", "bob")]
    [InlineData("", "")]
    [InlineData("a b", "3 c d")]
    [InlineData("a", "b\nc")]
    public void Two_ids_make_a_key_from_which_both_can_be_read(string owner, string id) =>
        Assert.Equal((owner, id), RecordKey.Read(RecordKey.Of(owner, id)));

    /// <summary>
    /// Any sequence of puts, deletes, flushes and restarts leaves what an ordered list would have.
    /// </summary>
    [Fact]
    public void Any_history_with_any_restarts_is_what_a_list_would_remember() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 7], Gen.Byte.Array[0, 20]).List[0, 80].Sample(
            history =>
            {
                var path = System.IO.Path.Combine(_folder, Guid.NewGuid().ToString("N"));
                var model = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
                var store = new RecordsInFile(path);
                try
                {
                    foreach (var (action, key, value) in history)
                    {
                        switch (action)
                        {
                            case < 5:
                                store.Records.Put(Bytes, $"{key}", value);
                                model[$"{key}"] = value;
                                break;
                            case < 8:
                                store.Records.Delete(Bytes, $"{key}");
                                model.Remove($"{key}");
                                break;
                            case 8:
                                store.Records.Flush();
                                break;
                            default:
                                store.Dispose();
                                store = new RecordsInFile(path);
                                break;
                        }
                    }
                    store.Dispose();
                    store = new RecordsInFile(path);
                    Assert.Equal(model.ToArray(), store.Records.Load(Bytes).ToArray());
                }
                finally
                {
                    store.Dispose();
                }
            },
            iter: 60);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Refused(string why)
    {
        var error = Assert.Throws<IOException>(() => new RecordsInFile(Path));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
    }

    private static void Put(RecordsInFile store, string key, string nickname) =>
        store.Records.Put(Users, key, new UserInfo { UserID = key, Nickname = nickname });

    private static List<string> All(RecordsInFile store) =>
        [.. store.Records.Load(Users).Select(record => $"{record.Key}={record.Value.Nickname}")];

    private List<string> Reopened()
    {
        using var store = new RecordsInFile(Path);
        return All(store);
    }
}
