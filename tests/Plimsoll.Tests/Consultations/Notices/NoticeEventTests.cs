using System.Text.Json;
using CloudNative.CloudEvents.SystemTextJson;
using Plimsoll.Consultations.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class NoticeEventTests
{
    [Fact]
    public void Another_reader_finds_a_valid_event_with_every_part_of_the_notice()
    {
        var notice = NoticeFeedTests.Sample()[2];
        var body = NoticeEvent.Write(Told.Everything("https://plimsoll.example/board/"), notice);
        var read = new JsonEventFormatter().DecodeStructuredModeMessage(body, new System.Net.Mime.ContentType(NoticeEvent.MediaType), extensionAttributes: null);
        read.IsValid.ShouldBeTrue();
        (read.Id, read.Type, read.Subject, read.Source, read.Time).ShouldBe(
            (notice.Id.ToString("D"), "plimsoll.zone_changed.v1", notice.About, new Uri("https://plimsoll.example/board/"), notice.At));
        var json = (JsonElement)read.Data!;
        json.GetProperty("value").GetRawText().ShouldBe("-312300000000");
        json.GetProperty("before").GetString().ShouldBe("red");
        json.GetProperty("after").GetString().ShouldBe("amber");
        json.GetProperty("status").GetString().ShouldBe("illustrative – not agreed by the parties");
        json.GetProperty("link").GetString().ShouldBe("https://plimsoll.example/board/findings/eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024");
        json.GetProperty("vintage").GetProperty("releases")[0].GetString().ShouldBe("r2");
        json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["watch_list", "kind", "about", "title", "before", "after", "value", "unit", "limits", "vintage", "why", "next", "link", "status"]);
    }

    [Fact]
    public void A_list_without_an_address_is_a_valid_source_too()
    {
        var body = NoticeEvent.Write(Told.Everything(), NoticeFeedTests.Sample()[0]);
        var read = new JsonEventFormatter().DecodeStructuredModeMessage(body, new System.Net.Mime.ContentType(NoticeEvent.MediaType), extensionAttributes: null);
        read.IsValid.ShouldBeTrue();
        read.Source!.ToString().ShouldBe("/watch-lists/all");
    }
}
