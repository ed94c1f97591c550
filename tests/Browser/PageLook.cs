namespace OpenIM.SignalR.Browser;

/// <summary>The size of the page's view and its colors.</summary>
internal sealed record PageLook(string Name, int Width, int Height, bool Dark)
{
    public static PageLook Desktop { get; } = new("desktop-light", 1280, 800, Dark: false);

    public static PageLook Phone { get; } = new("phone-light", 390, 844, Dark: false);

    public static IReadOnlyList<PageLook> All { get; } =
        [Phone, Phone with { Name = "phone-dark", Dark = true }, Desktop, Desktop with { Name = "desktop-dark", Dark = true }];

    public static PageLook Of(string name) => All.Single(look => look.Name == name);
}
