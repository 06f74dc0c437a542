<?php

/**
 * Thẻ tóm tắt của bài đang xem, trong một block; trang nào không phải trang bài viết thì block không in gì.
 *
 * The summary card of the article that is shown, in a block, for NukeViet 4.5 and 4.6.
 *
 * @license MIT OR Apache-2.0
 */

if (!defined('NV_MAINFILE')) {
    exit('Stop!!!');
}

// One copy of this file lies in each theme, and NukeViet may include two of them.
if (!nv_function_exists('nv_tom_tat')) {
    /** What the settings are by themselves; the same as in the INI file. */
    function nv_tom_tat_defaults()
    {
        return [
            'density' => 'short',
            'show' => '',
            'look' => '',
            'theme' => '',
            'lookup' => '',
            'report' => '',
            'for' => 'bai-viet',
            'folder' => 'tom-tat/'
        ];
    }

    /** The settings that are one of a few words. */
    function nv_tom_tat_choices()
    {
        return [
            'density' => ['line', 'short', 'full'],
            'theme' => ['', 'auto', 'light', 'dark']
        ];
    }

    /** Whether a setting can be used. */
    function nv_tom_tat_is_valid($key, $value)
    {
        $choices = nv_tom_tat_choices();
        if (isset($choices[$key])) {
            return in_array($value, $choices[$key], true);
        }
        $address = '(?:https?://[^\s"\'<>/]|/(?!/))[^\s"\'<>]*';
        switch ($key) {
            case 'show':
                $words = '' === $value ? [] : preg_split('/\s+/', $value);
                $sections = ['title', 'lead', 'date', 'figures', 'officials', 'directives'];
                return !array_diff($words, $sections) && count($words) === count(array_unique($words));
            case 'look':
                return (bool) preg_match('/^[a-z0-9-]*$/D', $value);
            case 'lookup':
                return '' === $value || (preg_match("~^$address$~iD", $value) && false !== strpos($value, '{number}'));
            case 'report':
                return '' === $value || preg_match("~^(?:$address|mailto:[^\\s\"'<>]+)$~iD", $value);
            case 'for':
                return strlen($value) <= 200 && !preg_match('/[<{}\x00-\x1f]/', $value);
            case 'folder':
                return preg_match('~^(?:https?://[^\s"\'<>/]+/|/)?(?:[A-Za-z0-9._-]+/)*(?:[A-Za-z0-9._-]+)?$~D', $value)
                    && '' !== $value && false === strpos($value, '..');
        }

        return false;
    }

    /** The settings of a block, with the default in place of what cannot be used. */
    function nv_tom_tat_settings($data, &$wrong = [])
    {
        $wrong = [];
        $settings = nv_tom_tat_defaults();
        foreach (array_keys($settings) as $key) {
            if (!is_array($data) || !isset($data[$key])) {
                continue;
            }
            $value = is_scalar($data[$key]) ? trim(nv_unhtmlspecialchars((string) $data[$key])) : '[…]';
            if (is_scalar($data[$key]) && preg_match('//u', $value) && nv_tom_tat_is_valid($key, $value)) {
                $settings[$key] = $value;
            } else {
                $wrong[$key] = $value;
            }
        }
        if ('/' !== substr($settings['folder'], -1)) {
            $settings['folder'] .= '/';
        }

        return $settings;
    }

    /** A value for an attribute: inert in HTML, in XTemplate ({…}) and among NukeViet's positions ([…]). */
    function nv_tom_tat_escape($value)
    {
        $inert = ['{' => '&#123;', '}' => '&#125;', '[' => '&#91;', ']' => '&#93;'];

        return strtr(htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8'), $inert);
    }

    /** A word of the INI file. NukeViet 4.5 hands these words over; 4.6 keeps them in $nv_Lang. */
    function nv_tom_tat_word($key, $lang_block)
    {
        global $nv_Lang;
        static $own = null;

        if (is_array($lang_block) && !empty($lang_block[$key]) && $lang_block[$key] !== $key) {
            return (string) $lang_block[$key];
        }
        $lang = is_object($lang_block) ? $lang_block : $nv_Lang;
        if (is_object($lang) && method_exists($lang, 'getModule')) {
            // It has words of the admin area under some of our names; only with ours among them is it meant.
            $names = ['folder_help', $key];
            $words = array_map([$lang, 'getModule'], $names);
            if (array_filter($words, 'is_string') === $words && !array_intersect($words, $names) && !in_array('', $words, true)) {
                return $words[1];
            }
        }
        if (null === $own) {
            $xml = simplexml_load_file(__DIR__ . '/global.tom_tat.ini');
            $interface = defined('NV_LANG_INTERFACE') ? NV_LANG_INTERFACE : 'vi';
            $own = (false === $xml) ? [] : (array) ('vi' === $interface ? $xml->language->vi : $xml->language->en);
        }

        return empty($own[$key]) ? $key : (string) $own[$key];
    }

    /** Whether a folder is counted from NukeViet's own, where its files can be looked for. */
    function nv_tom_tat_is_local($folder)
    {
        return '/' !== $folder[0] && false === strpos($folder, '://');
    }

    /** The file that is missing on this server; empty where it is there, or where that cannot be known. */
    function nv_tom_tat_missing($folder)
    {
        $file = $folder . 'tom-tat.js';

        return (!nv_tom_tat_is_local($folder) || is_file(NV_ROOTDIR . '/' . $file)) ? '' : $file;
    }

    /** What is wrong with the settings, in words for the administrator. */
    function nv_tom_tat_complaints($wrong, $lang_block)
    {
        $complaints = [];
        foreach ($wrong as $key => $value) {
            $text = sprintf(nv_tom_tat_word('wrong', $lang_block), nv_tom_tat_word($key, $lang_block), $value);
            $complaints[] = nv_tom_tat_escape($text . ' ' . nv_tom_tat_word($key . '_help', $lang_block));
        }

        return $complaints;
    }

    /** The form in the block manager. */
    function nv_block_config_tom_tat($module, $data_block, $lang_block = [])
    {
        $settings = nv_tom_tat_settings($data_block, $wrong);
        $complaints = nv_tom_tat_complaints($wrong, $lang_block);
        $missing = nv_tom_tat_missing($settings['folder']);
        if ('' !== $missing) {
            $complaints[] = nv_tom_tat_escape(sprintf(nv_tom_tat_word('missing', $lang_block), $missing));
        }

        $html = '';
        foreach ($complaints as $complaint) {
            $html .= '<div class="alert alert-warning">' . $complaint . '</div>';
        }
        $choices = nv_tom_tat_choices();
        foreach ($settings as $key => $value) {
            $id = 'tom_tat_' . $key;
            $html .= '<div class="form-group">';
            $html .= '<label class="control-label col-sm-6" for="' . $id . '">' . nv_tom_tat_escape(nv_tom_tat_word($key, $lang_block)) . ':</label>';
            $html .= '<div class="col-sm-18">';
            if (isset($choices[$key])) {
                $html .= '<select class="form-control" id="' . $id . '" name="config_' . $key . '">';
                foreach ($choices[$key] as $choice) {
                    $selected = $choice === $value ? ' selected="selected"' : '';
                    $word = nv_tom_tat_escape(nv_tom_tat_word($key . '_' . $choice, $lang_block));
                    $html .= '<option value="' . $choice . '"' . $selected . '>' . $word . '</option>';
                }
                $html .= '</select>';
            } else {
                $html .= '<input type="text" class="form-control" id="' . $id . '" name="config_' . $key . '" value="' . nv_tom_tat_escape($value) . '">';
            }
            $html .= '<div class="help-block">' . nv_tom_tat_escape(nv_tom_tat_word($key . '_help', $lang_block)) . '</div>';
            $html .= '</div></div>';
        }

        return $html;
    }

    /** Takes the form. NukeViet shows the errors and does not save; the values are good all the same. */
    function nv_block_config_tom_tat_submit($module, $lang_block = [])
    {
        global $nv_Request;

        $posted = [];
        foreach (nv_tom_tat_defaults() as $key => $default) {
            $posted[$key] = $nv_Request->get_title('config_' . $key, 'post', $default);
        }
        $settings = nv_tom_tat_settings($posted, $wrong);

        return ['error' => nv_tom_tat_complaints($wrong, $lang_block), 'config' => $settings];
    }

    /** What NukeViet knows of the article that is shown; null on every other page. */
    function nv_tom_tat_article()
    {
        global $global_config, $module_info, $op, $news_contents, $publtime;

        $is_news = is_array($module_info) && isset($module_info['module_file']) && 'news' === $module_info['module_file'];
        // modules/news/funcs/detail.php sets the time only for those who may read the article.
        if (!$is_news || 'detail' !== $op || empty($news_contents['title']) || empty($publtime)) {
            return null;
        }
        $stated = [
            'title' => $news_contents['title'],
            'url' => isset($news_contents['link']) ? $news_contents['link'] : '',
            'published' => date('c', (int) $publtime),
            'source' => isset($global_config['site_name']) ? $global_config['site_name'] : ''
        ];

        return array_filter(array_map('nv_unhtmlspecialchars', $stated), 'strlen');
    }

    /** The block. */
    function nv_tom_tat($block_config)
    {
        global $global_config;

        $article = nv_tom_tat_article();
        $settings = nv_tom_tat_settings($block_config);
        if (null === $article || '' !== nv_tom_tat_missing($settings['folder'])) {
            return '';
        }
        $block_theme = 'default';
        foreach (['site_theme', 'module_theme'] as $kind) {
            if (!empty($global_config[$kind]) && file_exists(NV_ROOTDIR . '/themes/' . $global_config[$kind] . '/blocks/global.tom_tat.tpl')) {
                $block_theme = $global_config[$kind];
            }
        }
        $folder = (nv_tom_tat_is_local($settings['folder']) ? NV_BASE_SITEURL : '') . $settings['folder'];

        $xtpl = new XTemplate('global.tom_tat.tpl', NV_ROOTDIR . '/themes/' . $block_theme . '/blocks');
        $xtpl->assign('FOLDER', nv_tom_tat_escape($folder));
        if ('' !== $settings['look']) {
            $xtpl->assign('LOOK', $settings['look']);
            $xtpl->parse('main.look');
        }
        foreach (['for', 'density', 'show', 'theme', 'lookup', 'report'] as $name) {
            if ('' !== $settings[$name]) {
                $xtpl->assign('ATTRIBUTE', ['name' => $name, 'value' => nv_tom_tat_escape($settings[$name])]);
                $xtpl->parse('main.attribute');
            }
        }
        // Without "for", what is stated would stand for the whole article.
        $json = json_encode($article, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        if ('' !== $settings['for'] && false !== $json) {
            $inert = ['{' => '\u007b', '}' => '\u007d', '[' => '\u005b', ']' => '\u005d'];
            $xtpl->assign('STATED', '{' . strtr(substr($json, 1, -1), $inert) . '}');
            $xtpl->parse('main.stated');
        }
        $xtpl->parse('main');

        return $xtpl->text('main');
    }
}

if (defined('NV_SYSTEM')) {
    $content = nv_tom_tat(isset($block_config) ? $block_config : []);
}
