namespace Tracker.App.Mail;

/// <summary>Counts what became of mail, from many lanes at once.</summary>
internal sealed class MailTally
{
    private int _sent;
    private int _deferred;
    private int _refused;
    private int _unknown;
    private int _left;

    /// <param name="unknown">Found out before.</param>
    public SendMail.Result Total(int unknown) => new(_sent, _deferred, _refused, _unknown + unknown, _left);

    public void Leave(int mails) => Interlocked.Add(ref _left, mails);

    /// <param name="outcome">Null where the mail was not to be sent any more.</param>
    public void Count(HandOverOutcome? outcome)
    {
        _ = outcome switch
        {
            HandOverOutcome.Taken => Interlocked.Increment(ref _sent),
            HandOverOutcome.TryLater => Interlocked.Increment(ref _deferred),
            HandOverOutcome.Refused or HandOverOutcome.NoSuchAddress => Interlocked.Increment(ref _refused),
            HandOverOutcome.Unknown => Interlocked.Increment(ref _unknown),
            null => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
        };
    }
}
