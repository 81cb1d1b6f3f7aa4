using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plimsoll.Consultations.Notices;

/// <summary>A notice as a CloudEvents 1.0 event in the JSON format. The names are a public surface; docs/notices.md lists them.</summary>
public static class NoticeEvent
{
    /// <summary>How the event is sent: one event as the body.</summary>
    public const string MediaType = "application/cloudevents+json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>The same bytes for the same list and notice.</summary>
    public static byte[] Write(WatchList list, Notice notice) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Specversion = "1.0",
            Id = notice.Id.ToString("D"),
            Source = list.Address?.AbsoluteUri ?? $"/watch-lists/{list.Id}",
            Type = $"plimsoll.{Spelt.Of(notice.Kind)}.v1",
            Subject = notice.About,
            Time = notice.At.UtcDateTime,
            Datacontenttype = "application/json",
            Data = new
            {
                WatchList = list.Id,
                Kind = Spelt.Of(notice.Kind),
                notice.About,
                notice.Title,
                notice.Before,
                notice.After,
                notice.Value,
                notice.Unit,
                notice.Limits,
                Vintage = new { notice.Vintage.AsOf, notice.Vintage.KnownAt, notice.Vintage.Releases },
                notice.Why,
                notice.Next,
                Link = list.LinkOf(notice),
                notice.Status,
            },
        },
        Layout);
}
