using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Lists that are answered page by page; pages count from 1.</summary>
internal static class Page
{
    public static ServerError? Check(RequestPagination? pagination) => pagination switch
    {
        null => ServerErrors.Arguments("pagination is empty"),
        { PageNumber: < 1 } => ServerErrors.Arguments("pageNumber is invalid"),
        _ => null,
    };

    public static IEnumerable<T> Of<T>(IReadOnlyList<T> all, RequestPagination pagination) =>
        all.Skip((int)Math.Min(int.MaxValue, (pagination.PageNumber - 1L) * pagination.ShowNumber))
            .Take(pagination.ShowNumber);
}
