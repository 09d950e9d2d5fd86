using Xunit;

namespace IoSpec.Tests.Html;

/// <summary>What a target may say to break a report.</summary>
internal static class HostileWords
{
    public static TheoryData<string, string> All { get; } = new()
    {
        { "markup", "</code></td><img src=x onerror=alert(1)>\"'><script>alert(1)</script>&lt;" },
        { "escapes", "\u001b[31mred\u001b]0;title\u0007\u0000\u0008\u007f\u009b" },
        { "lines", "a\r\nb\n::error title=x::y\nnot ok 9 - x # SKIP\n| a | b |\n## head\u2028\u2029" },
        { "signs", "`x` *b* _i_ [l](http:x) ~~~ ``` ]]> --> %0A # \\ | @everyone <!--" },
        { "a path", "../../../etc/passwd\\..\\x /etc/shadow file:///etc\0" },
        { "halves and turns", "\ud800 \u202e txt \ufeff \uffff" },
        { "much", new string('<', 1 << 20) },
    };
}
