using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>Lists that the server gives in pages, which count from 1.</summary>
internal static class PagedReading
{
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
        count > 0
            ? readPage(new RequestPagination { PageNumber = (Math.Max(0, offset) / count) + 1, ShowNumber = count })
            : ReadAll(200, 10_000, readPage);

    /// <summary>Turns an answer's list into the client's form.</summary>
    public static Result<IReadOnlyList<TLocal>> Select<TAnswer, TItem, TLocal>(
        this Result<TAnswer> answer, Func<TAnswer, IEnumerable<TItem>> list, Func<TItem, TLocal> convert) =>
        answer.IsOk ? list(answer.Value!).Select(convert).ToArray() : answer.Error;
}
