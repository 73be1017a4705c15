# Makes this Windows Server a RRAS server that can be asked, and says in the step's outputs whether it is.
# The inputs come as environment variables from action.yml. Ends with 1 when the step has to fail.
# Not yet run on a hosted runner.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# A progress bar on a runner is thousands of lines of log; nobody is there to confirm.
$ProgressPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

. (Join-Path $PSScriptRoot 'inputs.ps1')
. (Join-Path $PSScriptRoot 'report.ps1')
. (Join-Path $PSScriptRoot 'role.ps1')
. (Join-Path $PSScriptRoot 'service.ps1')

# Until the inputs are read, whatever goes wrong is an error.
$required = $true
try {
    $inputs = Read-SetupInput
    $required = $inputs.Required
    Assert-Administrator
    Install-RrasRole
    Install-RrasVpn -VpnType $inputs.VpnType
    $deadline = (Get-Date).AddSeconds($inputs.Timeout)
    Start-RrasService -Deadline $deadline
    Wait-RrasInitialized -Deadline $deadline
}
catch {
    $reason = Get-StopReason -Exception $_.Exception
    if ($reason -eq 'failed') {
        Write-Host $_.ScriptStackTrace
    }
    $cause = $_.Exception.GetBaseException()
    Write-NotReady -Reason $reason -Message $cause.Message -Required $required
    if ($required) {
        exit 1
    }
    exit 0
}
Write-Ready
exit 0
