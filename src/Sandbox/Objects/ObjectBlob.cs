namespace OpenIM.SignalR.Sandbox;

/// <summary>The bytes of one request: a part of an object, or all of it.</summary>
/// <param name="ID">Their name in <see cref="IObjectBytes"/>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="MD5">Of the bytes, lowercase hex: the part's ETag.</param>
internal sealed record ObjectBlob(string ID, long Length, string MD5);
