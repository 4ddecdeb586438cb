using System.Text;
using Tracker.App.Robots;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.Robots;

/// <summary>Where the server can be made to post to, and how it signs.</summary>
public sealed class RobotAddressSpecs
{
    private const string Key = "693a91f6-7bbb-4bc4-97a0-0ec2sifa5aaa";

    [Theory]
    [InlineData($"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Key}", RobotKind.WeCom)]
    [InlineData($"  https://QYAPI.weixin.qq.com:443/cgi-bin/webhook/send?key={Key}\n", RobotKind.WeCom)]
    [InlineData($"https://oapi.dingtalk.com/robot/send?access_token={Key}", RobotKind.DingTalk)]
    public void The_services_own_addresses_are_taken(string text, RobotKind kind)
    {
        var address = RobotAddress.Parse(text, allowsLoopback: false).ShouldNotBeNull();
        (address.Kind, address.Token).ShouldBe((kind, Key));
        address.Hint.ShouldNotContain(Key[..^4]);
    }

    [Theory]
    [InlineData($"http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://evil.example/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://user:word@qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://qyapi.weixin.qq.com/cgi-bin/webhook/upload?key={Key}")]
    [InlineData($"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Key}&debug=1")]
    [InlineData($"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Key}#x")]
    [InlineData($"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=../{Key}")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=short")]
    [InlineData($"https://oapi.dingtalk.com/cgi-bin/webhook/send?key={Key}")]
    [InlineData($"https://169.254.169.254/robot/send?access_token={Key}")]
    [InlineData($"https://10.0.0.1/robot/send?access_token={Key}")]
    [InlineData($"http://localhost/robot/send?access_token={Key}")]
    [InlineData($"http://127.0.0.1:8080/robot/send?access_token={Key}")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData("")]
    public void No_other_address_is_posted_to(string text) => RobotAddress.Parse(text, allowsLoopback: false).ShouldBeNull();

    [Theory]
    [InlineData($"http://127.0.0.1:8080/robot/send?access_token={Key}", true)]
    [InlineData($"https://[::1]:8080/cgi-bin/webhook/send?key={Key}", true)]
    [InlineData($"http://localhost:8080/robot/send?access_token={Key}", false)]
    [InlineData($"http://127.0.0.1.evil.example/robot/send?access_token={Key}", false)]
    [InlineData($"http://127.0.0.1:8080/other?access_token={Key}", false)]
    [InlineData($"http://10.0.0.1/robot/send?access_token={Key}", false)]
    [InlineData($"http://[::ffff:10.0.0.1]/robot/send?access_token={Key}", false)]
    [InlineData($"ftp://127.0.0.1/robot/send?access_token={Key}", false)]
    public void With_the_setting_this_machine_by_its_number_is_allowed_and_nothing_more(string text, bool isTaken) =>
        (RobotAddress.Parse(text, allowsLoopback: true) is not null).ShouldBe(isTaken);

    [Fact]
    public void DingTalk_is_signed_with_the_moment_and_the_secret()
    {
        var address = RobotAddress.Parse($"https://oapi.dingtalk.com/robot/send?access_token={Key}", false)!;

        // Made with Python: base64(hmac_sha256(secret, f"{stamp}\n{secret}")), escaped for an address.
        RobotMessage.AddressOf(address, "SEC0123456789abcdef", DateTimeOffset.FromUnixTimeMilliseconds(1_763_942_400_000)).AbsoluteUri
            .ShouldBe($"https://oapi.dingtalk.com/robot/send?access_token={Key}&timestamp=1763942400000&sign=oy4dLESt3i%2FffYd0AWG%2BymGOlGTd2ROpD%2F2cdFL3gYA%3D");
        RobotMessage.AddressOf(address, "", DateTimeOffset.UnixEpoch).ShouldBe(address.Uri);
    }

    [Theory, InlineData(RobotKind.WeCom), InlineData(RobotKind.DingTalk)]
    public void Chinese_is_sent_as_it_is_and_no_word_gets_out_of_its_place(RobotKind kind)
    {
        const string words = "落实“汾河”\"}},{\"msgtype\":\"text";
        var json = Encoding.UTF8.GetString(RobotMessage.BodyOf(kind, "标题", words));
        json.ShouldContain("落实“汾河”");
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        parsed.RootElement.EnumerateObject().Select(part => part.Name).ShouldBe(["msgtype", "markdown"]);
        parsed.RootElement.GetProperty("markdown").GetProperty(kind == RobotKind.WeCom ? "content" : "text").GetString().ShouldBe(words);
    }
}
