<?php

// Small stand-ins for what the block asks of NukeViet, and the block itself: a request of JSON comes in on standard
// input, what the block says goes out as JSON. NukeViet's own code is not here.

error_reporting(E_ALL);
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, basename($file), $line);
});
date_default_timezone_set('Asia/Ho_Chi_Minh');
$asked = json_decode(stream_get_contents(STDIN), true);

define('NV_MAINFILE', true);
define('NV_ROOTDIR', $asked['root']);
define('NV_BASE_SITEURL', $asked['base'] ?? '/');
define('NV_LANG_INTERFACE', $asked['interface'] ?? 'vi');

/** NukeViet's template class in little: like it, it replaces one tag after the other in what there is by then. */
class XTemplate
{
    private $blocks = [];
    private $parsed = [];
    private $values = [];

    public function __construct($file, $folder)
    {
        $this->read(file_get_contents("$folder/$file"), '');
    }

    private function read($text, $path)
    {
        return preg_replace_callback('/<!-- BEGIN: (\w+) -->(.*?)<!-- END: \1 -->/s', function ($found) use ($path) {
            $name = ltrim("$path.$found[1]", '.');
            $this->blocks[$name] = $this->read($found[2], $name);
            return '{_BLOCK_.' . $name . '}';
        }, $text);
    }

    public function assign($name, $value)
    {
        $this->values[$name] = $value;
    }

    public function parse($name)
    {
        $text = $this->blocks[$name];
        preg_match_all('/\{([A-Za-z0-9._]+)\}/', $text, $tags);
        foreach ($tags[1] as $tag) {
            $text = str_replace('{' . $tag . '}', $this->value($tag), $text);
        }
        $this->parsed[$name] = ($this->parsed[$name] ?? '') . $text;
    }

    private function value($tag)
    {
        if (0 === strpos($tag, '_BLOCK_.')) {
            $name = substr($tag, 8);
            $text = $this->parsed[$name] ?? '';
            unset($this->parsed[$name]);
            return $text;
        }
        $value = $this->values;
        foreach (explode('.', $tag) as $key) {
            $value = is_array($value) && isset($value[$key]) ? $value[$key] : (defined($key) ? constant($key) : '');
        }
        return $value;
    }

    public function text($name)
    {
        return $this->parsed[$name] ?? '';
    }
}

function nv_function_exists($name)
{
    return function_exists($name);
}

function nv_unhtmlspecialchars($text)
{
    return html_entity_decode($text, ENT_QUOTES, 'UTF-8');
}

/** $nv_Lang of 4.6: words of the admin area, and those of a block while its form is made. */
class Words
{
    public $own = ['theme' => 'Giao diện %s'];

    public function getModule($key)
    {
        return $this->own[$key] ?? $key;
    }
}

/** What was posted. */
class Posted
{
    private $values;

    public function __construct($values)
    {
        $this->values = $values;
    }

    public function get_title($name, $mode, $default)
    {
        return trim(strip_tags((string) ($this->values[$name] ?? $default)));
    }
}

$nv_Request = new Posted($asked['post'] ?? []);
$global_config = ['site_name' => 'Cổng thông tin tỉnh Sơn Hà', 'site_theme' => 'default', 'module_theme' => $asked['theme'] ?? 'default'];
foreach ($asked['globals'] ?? [] as $name => $value) {
    $GLOBALS[$name] = $value;
}

/** A template of NukeViet's, parsed with the blocks that the page has. */
function page($asked)
{
    $template = new XTemplate($asked['file'], $asked['folder']);
    foreach ($asked['values'] as $name => $value) {
        $template->assign($name, $value);
    }
    foreach ($asked['blocks'] as list($name, $values)) {
        foreach ($values as $key => $value) {
            $template->assign($key, $value);
        }
        $template->parse($name);
    }
    $template->parse('main');
    return $template->text('main');
}

/** The form and its submission, asked for as the version of NukeViet asks. */
function manage($asked, $block)
{
    $ini = simplexml_load_file("$block.ini");
    list($form, $submit) = [trim($ini->datafunction), trim($ini->submitfunction)];
    $words = (array) $ini->language->{NV_LANG_INTERFACE};
    $data = array_key_exists('data', $asked) ? $asked['data'] : array_map('trim', (array) $ini->config);
    $more = [];
    if ('4.5' === $asked['version']) {
        $more = [$words];
    } else {
        $GLOBALS['nv_Lang'] = new Words();
        if (!empty($asked['loaded'])) {
            $GLOBALS['nv_Lang']->own = $words + $GLOBALS['nv_Lang']->own;
        }
    }
    return isset($asked['post']) ? $submit('theme', ...$more) : $form('theme', $data, ...$more);
}

$block = NV_ROOTDIR . '/themes/' . $global_config['module_theme'] . '/blocks/global.tom_tat';
switch ($asked['what']) {
    case 'page':
        $answer = page($asked);
        break;
    case 'manage':
        include "$block.php";
        $answer = manage($asked, $block);
        break;
    case 'block':
        define('NV_SYSTEM', true);
        // NukeViet includes blocks in a function, and a theme's file beside another's.
        $answer = (function () use ($asked, $block) {
            $block_config = $asked['data'] ?? [];
            include NV_ROOTDIR . '/themes/default/blocks/global.tom_tat.php';
            include "$block.php";
            return $content;
        })();
        break;
}
echo json_encode($answer, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
