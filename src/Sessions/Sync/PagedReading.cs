using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>Lists that the server gives in pages, which count from 1.</summary>
internal static class PagedReading
{
    /// <summary>More is not read of any list, whatever a client asks for.</summary>
    public const int LongestList = 10_000;

    private const int LargestPage = 500;
    private const int WindowPage = 100;

    /// <summary>All pages, up to <paramref name="cap"/> entries: the caps are the SDK's.</summary>
    public static async Task<Result<IReadOnlyList<T>>> ReadAll<T>(
        int pageSize, int cap, Func<RequestPagination, Task<Result<IReadOnlyList<T>>>> readPage)
    {
        var all = new List<T>();
        for (var number = 1; all.Count < cap; number++)
        {
            var page = await readPage(new RequestPagination { PageNumber = number, ShowNumber = pageSize });
            if (!page.IsOk)
                return page.Error;
            all.AddRange(page.Value!);
            if (page.Value!.Count < pageSize)
                break;
        }
        return all;
    }

    /// <summary>
    /// The page that a client names by offset and count, as the SDK rounds it; everything when it gives no count.
    /// </summary>
    public static Task<Result<IReadOnlyList<T>>> ReadPageOrAll<T>(
        int offset, int count, Func<RequestPagination, Task<Result<IReadOnlyList<T>>>> readPage) =>
        count switch
        {
            <= 0 => ReadAll(200, LongestList, readPage),
            <= LargestPage => readPage(
                new RequestPagination { PageNumber = (Math.Max(0, offset) / count) + 1, ShowNumber = count }),
            _ => ReadWindow(Math.Max(0, offset) / count * count, count, readPage),
        };

    /// <summary>
    /// The <paramref name="count"/> entries after the first <paramref name="offset"/>, however that lies to the pages.
    /// </summary>
    public static async Task<Result<IReadOnlyList<T>>> ReadWindow<T>(
        int offset, int count, Func<RequestPagination, Task<Result<IReadOnlyList<T>>>> readPage)
    {
        if (count is > 0 and <= LargestPage && offset % count == 0)
            return await readPage(new RequestPagination { PageNumber = (offset / count) + 1, ShowNumber = count });
        count = Math.Min(count, LongestList);
        var window = new List<T>();
        for (var number = offset / WindowPage; window.Count < count; number++)
        {
            var page = await readPage(new RequestPagination { PageNumber = number + 1, ShowNumber = WindowPage });
            if (!page.IsOk)
                return page.Error;
            window.AddRange(page.Value!.Skip(offset - (number * WindowPage)).Take(count - window.Count));
            if (page.Value!.Count < WindowPage)
                break;
        }
        return window;
    }

    /// <summary>Turns an answer's list into the client's form.</summary>
    public static Result<IReadOnlyList<TLocal>> Select<TAnswer, TItem, TLocal>(
        this Result<TAnswer> answer, Func<TAnswer, IEnumerable<TItem>> list, Func<TItem, TLocal> convert) =>
        answer.IsOk ? list(answer.Value!).Select(convert).ToArray() : answer.Error;
}
