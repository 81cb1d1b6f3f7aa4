namespace Plimsoll.Host.Mcp;

/// <summary>One input of a computation.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Unrounded; null when there is none.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record InputAnswer(string Name, decimal? Value, string Unit);
