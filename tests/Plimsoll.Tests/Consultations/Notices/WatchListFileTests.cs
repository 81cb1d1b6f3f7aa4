using Plimsoll.Consultations.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Notices;

public sealed class WatchListFileTests
{
    // The example of the page is the one that is tested.
    private static readonly string Example = File.ReadAllText(Path.Combine(Repository.Root, "docs", "notices.md")).ReplaceLineEndings("\n").Split("```yaml\n")[1].Split("```")[0];

    [Fact]
    public void The_example_of_the_page_is_a_list()
    {
        var read = WatchListFile.Parse(Example, "magnets.yaml");
        read.Faults.ShouldBeEmpty();
        var list = read.List!;
        (list.Id, list.Title, list.Feed, list.Calendar, list.Address).ShouldBe(("magnets", "Magnets and what they are made of", true, true, new Uri("https://plimsoll.example/board/")));
        list.Clauses.Select(pattern => pattern.Text).ShouldBe(["import-surge", "import-surge-member"]);
        list.Subjects.Select(pattern => pattern.Text).ShouldBe(["EU27_2020.CN.8505*", "DE.CN.8505*"]);
        list.Releases.ShouldHaveSingleItem().ShouldBe(new AnnouncedRelease("comext", "2026-06", new DateOnly(2026, 8, 18), new Uri("https://example.org/calendar")));
        var mail = list.Mails.ShouldHaveSingleItem();
        (mail.Id, mail.From, mail.Host, mail.Port, mail.Security, mail.User, mail.Secret).ShouldBe(("desk", "plimsoll@example.org", "mail.example.org", 587, MailSecurity.Starttls, "plimsoll", "env:PLIMSOLL_MAIL_PASSWORD"));
        mail.To.ShouldBe(["desk@example.org"]);
        list.Webhooks.ShouldHaveSingleItem().ShouldBe(new WebhookChannel("operations", new Uri("https://hooks.example.org/plimsoll"), "file:operations.secret", Loopback: false));
        list.Receivers.ShouldBe(["magnets/desk", "magnets/operations"]);
    }

    [Theory]
    [InlineData("address: https://plimsoll.example/board", "address: http://plimsoll.example/board", "4:12: AGR-0006")]
    [InlineData("address: https://hooks.example.org/plimsoll", "address: http://hooks.example.org/plimsoll", "25:14: NTC-0001")]
    [InlineData("address: https://hooks.example.org/plimsoll", "address: https://me:pw@hooks.example.org/", "25:14: NTC-0001")]
    [InlineData("address: https://hooks.example.org/plimsoll", "address: http://127.0.0.1:8080/", "27:15: NTC-0001")]
    [InlineData("address: https://hooks.example.org/plimsoll", "address: file:///etc/passwd", "25:14: NTC-0001")]
    [InlineData("security: starttls", "security: none", "20:15: NTC-0001")]
    [InlineData("security: starttls", "security: ssl", "20:15: AGR-0007")]
    [InlineData("user: plimsoll", "user: none", "15:5: NTC-0003")]
    [InlineData("secret: file:operations.secret", "secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "26:13: NTC-0003")]
    [InlineData("id: operations", "id: desk", "1:1: NTC-0002")]
    [InlineData("port: 587", "port: 70000", "19:11: AGR-0006")]
    [InlineData("[desk@example.org]", "[desk]", "17:10: AGR-0006")]
    [InlineData("from: plimsoll@example.org", "from: nobody", "16:11: AGR-0006")]
    [InlineData("DE.CN.8505*", "DE.*.8505", "6:32: AGR-0006")]
    [InlineData("feed: true", "feed: yes", "12:7: AGR-0007")]
    [InlineData("calendar: true\n", "", "1:1: AGR-0004")]
    [InlineData("date: 2026-08-18", "date: 18 August", "10:11: AGR-0006")]
    [InlineData("feed: true", "fed: true", "12:1: AGR-0003")]
    public void What_is_wrong_is_told_by_line_and_column(string right, string wrong, string fault)
    {
        Example.Split(right).Length.ShouldBe(2, "The example holds the text once.");
        var read = WatchListFile.Parse(Example.Replace(right, wrong, StringComparison.Ordinal), "magnets.yaml");
        read.List.ShouldBeNull();
        read.Faults.Select(one => one.ToString()).ShouldContain(text => text.StartsWith($"magnets.yaml:{fault}", StringComparison.Ordinal), string.Join("\n", read.Faults));
    }

    [Fact]
    public void A_secret_in_the_list_is_not_repeated()
    {
        var read = WatchListFile.Parse(Example.Replace("file:operations.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", StringComparison.Ordinal), "magnets.yaml");
        string.Join("\n", read.Faults).ShouldNotContain("MfKQ9");
    }

    [Theory]
    [InlineData("import-surge", "import-surge", true)]
    [InlineData("import-surge", "import-surge-member", false)]
    [InlineData("import-surge*", "import-surge-member", true)]
    [InlineData("*", "anything", true)]
    [InlineData("EU27_2020.CN.8505*", "EU27_2020.CN.85051110", true)]
    [InlineData("EU27_2020.CN.8505*", "eu27_2020.CN.85051110", false)]
    [InlineData("EU27_2020.CN.8505*", "EU27_2020.CN.8504", false)]
    public void A_star_at_the_end_stands_for_the_rest(string pattern, string name, bool meant) => new LinePattern(pattern).Matches(name).ShouldBe(meant);
}
