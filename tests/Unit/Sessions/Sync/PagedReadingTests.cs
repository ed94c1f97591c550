using CsCheck;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class PagedReadingTests
{
    [Fact]
    public async Task A_window_is_what_a_list_would_give_wherever_it_lies_to_the_pages() =>
        await Gen.Select(Gen.Int[0, 700], Gen.Int[0, 800], Gen.Int[1, 900]).SampleAsync(async sample =>
        {
            var (length, offset, count) = sample;
            int[] list = [.. Enumerable.Range(0, length)];

            var window = await PagedReading.ReadWindow<int>(offset, count, page => Task.FromResult(
                (Result<IReadOnlyList<int>>)list.Skip((page.PageNumber - 1) * page.ShowNumber).Take(page.ShowNumber)
                    .ToArray()));

            Assert.Equal(list.Skip(offset).Take(count), window.Value!);
        });

    [Fact]
    public async Task Nobody_reads_without_an_end()
    {
        var pages = 0;

        var window = await PagedReading.ReadPageOrAll<int>(0, int.MaxValue, page =>
        {
            pages++;
            return Task.FromResult((Result<IReadOnlyList<int>>)new int[page.ShowNumber]);
        });

        Assert.Equal(PagedReading.LongestList, window.Value!.Count);
        Assert.Equal(PagedReading.LongestList / 100, pages);
    }
}
