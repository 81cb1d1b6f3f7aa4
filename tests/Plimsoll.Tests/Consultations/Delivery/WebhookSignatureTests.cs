using System.Text;
using Plimsoll.Consultations.Delivery;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class WebhookSignatureTests
{
    // The example that the specification's own libraries are tested with.
    [Fact]
    public void The_signature_is_that_of_the_standards_example() =>
        WebhookSignature.Of(WebhookSignature.ReadSecret(Post.Secret).Value, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1_614_265_330), "{\"test\": 2432232314}"u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Theory]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa")]
    public void A_secret_that_is_none_or_too_short_is_refused_and_not_repeated(string text)
    {
        var fault = WebhookSignature.ReadSecret(text).Fault.ShouldNotBeNull();
        fault.Code.ShouldBe("NTC-0012");
        fault.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_has_24_to_64_bytes(int bytes, bool good) => WebhookSignature.ReadSecret($"whsec_{Convert.ToBase64String(new byte[bytes])}").Ok.ShouldBe(good);

    [Fact]
    public void A_secret_is_read_from_a_variable_or_from_a_file_that_its_owner_alone_can_read()
    {
        Environment.SetEnvironmentVariable("PLIMSOLL_TEST_SECRET", "from the variable");
        SecretText.Read("env:PLIMSOLL_TEST_SECRET").Value.ShouldBe("from the variable");
        SecretText.Read("env:PLIMSOLL_TEST_NOTHING").Fault!.Code.ShouldBe("NTC-0010");
        SecretText.Read("file:/nowhere/at/all").Fault!.Code.ShouldBe("NTC-0010");

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Encoding.UTF8.GetString("from the file\n"u8));
            SecretText.Read($"file:{file}").Value.ShouldBe("from the file");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
                var open = SecretText.Read($"file:{file}").Fault!;
                open.Code.ShouldBe("NTC-0011");
                open.ToString().ShouldNotContain("from the file");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
