namespace OpenIM.SignalR.Compat.V2;

/// <summary>What a message holds.</summary>
internal static class V2ContentType
{
    public const int Text = 101;
    public const int Picture = 102;
    public const int Sound = 103;
    public const int Video = 104;
    public const int File = 105;
    public const int AtText = 106;
    public const int Merger = 107;
    public const int Card = 108;
    public const int Location = 109;
    public const int Custom = 110;
    public const int SingleReceipt = 112;
    public const int Quote = 114;
    public const int Face = 115;
    public const int GroupReceipt = 116;
    public const int AdvancedText = 117;

    /// <summary>A message that was taken back; its content says by whom. In v3.8 <see cref="RevokedInV38"/>.</summary>
    public const int Revoked = 118;

    public const int RevokedInV38 = 2101;
}
