using System.Globalization;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Terms;

/// <summary>What readings must be like to carry a verdict.</summary>
/// <param name="MaxConfidentialShare">Largest share of secret trade, 0 to 1, itself allowed; null when the clause does not ask. A share that is not known fails.</param>
/// <param name="CompleteMonths">True when every period of the window must have been published.</param>
public sealed record DataQuality(decimal? MaxConfidentialShare, bool CompleteMonths)
{
    /// <summary>Why a reading cannot be used; null when it can.</summary>
    internal Fault? Refuse(Reading reading)
    {
        if (MaxConfidentialShare is { } limit && reading.Coverage.ConfidentialShare > limit)
        {
            return new Fault(
                "AGR-0103",
                $"The confidential share of {reading.Indicator} is above the {limit.ToString(CultureInfo.InvariantCulture)} that the clause allows.",
                reading.Coverage.ConfidentialShare.Value.ToString("0.####", CultureInfo.InvariantCulture));
        }

        if (reading.Value is null)
        {
            return new Fault("AGR-0102", $"The clause needs {reading.Indicator}, which has no value: {reading.Reason?.ToString() ?? "no reason was given"}");
        }

        if (MaxConfidentialShare is not null && reading.Coverage.ConfidentialShare is null)
        {
            return new Fault("AGR-0103", $"The confidential share of {reading.Indicator} is not known, and the clause limits it.");
        }

        return CompleteMonths && reading.Coverage.MissingPeriods.Count > 0
            ? new Fault("AGR-0104", $"The clause asks for complete months and {reading.Indicator} lacks some.", string.Join(", ", reading.Coverage.MissingPeriods))
            : null;
    }
}
