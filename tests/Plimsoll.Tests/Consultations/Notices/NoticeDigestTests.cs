using Plimsoll.Consultations.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class NoticeDigestTests
{
    [Fact]
    public void The_text_is_as_approved() => Digest("https://plimsoll.example/board/").Text.ShouldMatchGolden("digest.txt");

    [Fact]
    public void The_page_is_as_approved() => Digest("https://plimsoll.example/board/").Html.ShouldMatchGolden("digest.html");

    [Fact]
    public void The_subject_says_how_many_and_how_much_the_parties_agreed_to()
    {
        Digest(null).Subject.ShouldBe("Everything, <all> & more: 4 changes (illustrative – not agreed by the parties)");
        var one = NoticeDigest.Of(Told.Everything(), [.. NoticeFeedTests.Sample().Take(1)]);
        one.Subject.ShouldBe("Everything, <all> & more: red: A billion euro a day, EU27_2020/CN/TOTAL, 2024 (illustrative – not agreed by the parties)");
    }

    [Fact]
    public void What_others_wrote_stays_text_and_nothing_is_fetched_from_elsewhere()
    {
        var hostile = NoticeFeedTests.Sample()[0] with { Why = "<img src=https://evil.example/x>", Title = "\"><script>alert(1)</script>" };
        var html = NoticeDigest.Of(Told.Everything(), [hostile]).Html;
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href");
    }

    private static NoticeDigest Digest(string? address) => NoticeDigest.Of(Told.Everything(address), NoticeFeedTests.Sample());
}
