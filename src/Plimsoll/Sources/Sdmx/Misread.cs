using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Which part of a record could not be used, and why.</summary>
internal readonly record struct Misread(Part Part, Fault Fault);
