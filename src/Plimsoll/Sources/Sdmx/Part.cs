namespace Plimsoll.Sources.Sdmx;

/// <summary>The parts of a record, so that a misread part can be traced to its column.</summary>
internal enum Part
{
    Record,
    Dataflow,
    Action,
    Published,
    Frequency,
    Reporter,
    Partner,
    Product,
    Flow,
    Indicator,
    Period,
    Value,
    Flag,
    Confidentiality,
}
