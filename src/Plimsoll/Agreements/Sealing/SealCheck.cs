namespace Plimsoll.Agreements.Sealing;

/// <summary>
/// Holds a sealed assessment against the one computed here. What a result rests on is compared before the result: with other inputs
/// another value is no surprise.
/// </summary>
public static class SealCheck
{
    /// <summary>The first difference; null when there is none.</summary>
    public static SealDifference? FirstDifference(SealedAssessment theirs, SealedAssessment ours) =>
        Terms(theirs, ours) ?? Inputs(theirs, ours) ?? Findings(theirs, ours);

    private static SealDifference? Terms(SealedAssessment theirs, SealedAssessment ours) =>
        Differs("agreement", theirs.Agreement, theirs.AgreementSha256, ours.AgreementSha256)
        ?? Differs("method_version", theirs.Agreement, Text(theirs.MethodVersion), Text(ours.MethodVersion))
        ?? Differs("as_of", theirs.Agreement, Text(theirs.AsOf), Text(ours.AsOf));

    private static SealDifference? Inputs(SealedAssessment theirs, SealedAssessment ours)
    {
        var here = ours.Inputs.ToDictionary(i => i.Id, StringComparer.Ordinal);
        foreach (var input in theirs.Inputs)
        {
            if (!here.Remove(input.Id, out var own))
            {
                return new SealDifference("input_missing", $"{input.Source} {input.Id}", Words(input), null);
            }

            if (input != own)
            {
                return new SealDifference("input_differs", $"{input.Source} {input.Id}", Words(input), Words(own));
            }
        }

        return ours.Inputs.FirstOrDefault(i => here.ContainsKey(i.Id)) is { } unsealed
            ? new SealDifference("input_unsealed", $"{unsealed.Source} {unsealed.Id}", null, Words(unsealed))
            : null;
    }

    private static SealDifference? Findings(SealedAssessment theirs, SealedAssessment ours)
    {
        var here = ours.Findings.ToDictionary(f => f.Id, StringComparer.Ordinal);
        foreach (var finding in theirs.Findings)
        {
            if (!here.Remove(finding.Id, out var own))
            {
                return new SealDifference("finding_missing", finding.Id, finding.Zone, null);
            }

            if (Finding(finding, own) is { } difference)
            {
                return difference;
            }
        }

        return ours.Findings.FirstOrDefault(f => here.ContainsKey(f.Id)) is { } unsealed
            ? new SealDifference("finding_unsealed", unsealed.Id, null, unsealed.Zone)
            : null;
    }

    private static SealDifference? Finding(SealedFinding theirs, SealedFinding ours) =>
        Readings(theirs, ours)
        ?? Differs("amber", theirs.Id, theirs.Amber, ours.Amber)
        ?? Differs("red", theirs.Id, theirs.Red, ours.Red)
        ?? Differs("comparator", theirs.Id, theirs.Comparator, ours.Comparator)
        ?? Differs("zone", theirs.Id, theirs.Zone, ours.Zone)
        ?? Differs("previous_zone", theirs.Id, theirs.PreviousZone, ours.PreviousZone)
        ?? Differs("reason", theirs.Id, theirs.Reason, ours.Reason);

    private static SealDifference? Readings(SealedFinding theirs, SealedFinding ours)
    {
        foreach (var (sealedReading, own) in theirs.Readings.Zip(ours.Readings))
        {
            var place = $"{theirs.Id} {sealedReading.Indicator}";
            var difference = Differs("indicator", theirs.Id, sealedReading.Indicator, own.Indicator)
                ?? Differs("value", place, sealedReading.Value, own.Value)
                ?? Differs("unit", place, sealedReading.Unit, own.Unit)
                ?? Differs("valuation", place, sealedReading.Valuation, own.Valuation)
                ?? Differs("confidential_share", place, sealedReading.ConfidentialShare, own.ConfidentialShare);
            if (difference is not null)
            {
                return difference;
            }
        }

        return Differs("readings", theirs.Id, Text(theirs.Readings.Count), Text(ours.Readings.Count));
    }

    private static SealDifference? Differs(string kind, string place, string? theirs, string? ours) =>
        string.Equals(theirs, ours, StringComparison.Ordinal) ? null : new SealDifference(kind, place, theirs, ours);

    private static string Words(SealedInput input) =>
        FormattableString.Invariant($"{input.Dataset} published {input.PublishedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}, SHA-256 {input.Sha256}");

    private static string Text(IFormattable value) => value.ToString(value is DateOnly ? "yyyy-MM-dd" : null, System.Globalization.CultureInfo.InvariantCulture);
}
