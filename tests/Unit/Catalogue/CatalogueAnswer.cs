namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What a call ended in; code 0 is success.</summary>
internal sealed record CatalogueAnswer(int Code, string Text)
{
    public bool IsOk => Code == 0;
}
