namespace Plimsoll.Sources.Fetch;

/// <summary>One file to download.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="FileName">Name to store it under, made from source and period, never from what a server says.</param>
/// <param name="Content">What it has to be.</param>
/// <param name="SizeLimit">Bytes beyond which the download is given up.</param>
public sealed record FetchTarget(Uri Address, string FileName, FetchContent Content, long SizeLimit);
