namespace Plimsoll.Consultations.Record;

/// <summary>One topic of a meeting, with what each party says of it.</summary>
/// <param name="Topic">Topic.</param>
/// <param name="Title">The topic for people.</param>
/// <param name="Verdict">How they stand to each other.</param>
/// <param name="First">Of the first party, or of the joint statement where it says nothing of its own; null when nothing was found.</param>
/// <param name="Second">Of the second.</param>
/// <param name="Others">Further points on the topic: the joint statement beside a party's own words, and reports.</param>
public sealed record TopicComparison(string Topic, string Title, Verdict Verdict, ReadoutPoint? First, ReadoutPoint? Second, IReadOnlyList<ReadoutPoint> Others);
