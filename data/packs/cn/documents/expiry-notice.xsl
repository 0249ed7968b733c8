<?xml version="1.0" encoding="UTF-8"?>
<!-- 终止通知书：合同因到期或者法律规定的事由终止，没有过错，不写解除。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <xsl:call-template name="bars"/>
      <title id="title"><xsl:call-template name="notice-title"/></title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <xsl:call-template name="who"/>
      <p id="ground"><xsl:call-template name="ending-ground"/></p>
      <xsl:if test="departure/@ground='cn.44-1' or departure/@ground='cn.task'">
        <p id="checked">公司已核对，截至本通知发出之日，您不属于劳动合同期限应当依法续延的情形。您认为存在公司没有掌握的情形（例如怀孕、患病、工伤、职业病诊断期间）的，请立即告知人力资源部，公司将依法续延。</p>
      </xsl:if>
      <p id="arrangements">有关事项安排如下：</p>
      <xsl:call-template name="wages"/>
      <xsl:call-template name="severance-or-why"/>
      <xsl:call-template name="medical-subsidy"/>
      <xsl:if test="departure/@ground='cn.r6'">
        <item id="double-wage"><strong>二倍工资。</strong>自用工满一个月的次日至本次终止前一日，依法应付而未付的二倍工资差额列入《离职结算单》，一并支付。</item>
      </xsl:if>
      <xsl:call-template name="handover"/>
      <xsl:call-template name="certificate"/>
      <xsl:call-template name="noncompete"/>
      <xsl:call-template name="remedy"/>
      <p id="closing"><xsl:choose>
          <xsl:when test="departure/@ground='cn.r21' or departure/@ground='cn.44-2'">公司将协助您办理退休手续，感谢您多年的辛勤工作，祝您生活愉快。特此通知。</xsl:when>
          <xsl:when test="departure/@ground='cn.44-1' or departure/@ground='cn.task' or departure/@ground='cn.overage'">感谢您在公司工作期间的付出，祝您前程似锦。特此通知。</xsl:when>
          <xsl:otherwise>特此通知。</xsl:otherwise>
        </xsl:choose></p>
      <annexes id="annexes">
        <xsl:if test="departure/@ground='cn.44-1' and evidence[@kind='renewal-offer']"><row><cell>续订劳动合同意向征询书及答复</cell></row></xsl:if>
        <xsl:if test="departure/@ground='cn.r21'"><row><cell>法定退休年龄计算单</cell></row></xsl:if>
        <xsl:if test="assessment/severance/@due='true'"><row><cell>经济补偿计算表</cell></row></xsl:if>
        <row><cell>离职结算单</cell></row>
        <row><cell>工作交接清单</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title"><xsl:call-template name="notice-title"/></xsl:with-param>
        <xsl:with-param name="annexes" select="true()"/>
      </xsl:call-template>
    </document>
  </xsl:template>

  <xsl:template name="notice-title"><xsl:choose>
      <xsl:when test="departure/@ground='cn.71'">终止非全日制用工通知书</xsl:when>
      <xsl:when test="departure/@ground='cn.overage'">终止用工协议通知书</xsl:when>
      <xsl:when test="departure/@ground='cn.r5' or departure/@ground='cn.r6'">终止劳动关系通知书</xsl:when>
      <xsl:otherwise>终止劳动合同通知书</xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="last-day"><field path="departure/@last-day" as="date"/></xsl:template>

  <!-- 一种情形一段话，条款写全。 -->
  <xsl:template name="ending-ground">
    <xsl:variable name="ground" select="departure/@ground"/>
    <xsl:choose>
      <xsl:when test="$ground='cn.44-1'">上述劳动合同<xsl:if test="employee/employment/@fixed-term-count">为双方第<field path="employee/employment/@fixed-term-count" as="number"/>次订立的固定期限劳动合同，</xsl:if>于<field path="employee/employment/@contract-end" as="date"/>期满。<xsl:choose>
          <xsl:when test="departure/@employer-offer='none'">公司决定期满后不再续订。</xsl:when>
          <xsl:when test="departure/@employer-offer='same-or-better' and departure/@employee-renews='false'">公司已书面提出按不低于原合同约定的条件续订，您<xsl:if test="case/offer/@answered">于<field path="case/offer/@answered" as="date"/></xsl:if>书面表示不续订。</xsl:when>
          <xsl:when test="departure/@employer-offer='worse'">双方就续订的条件未能达成一致。</xsl:when>
          <xsl:otherwise><field path="departure/@employer-offer"/></xsl:otherwise>
        </xsl:choose>根据《中华人民共和国劳动合同法》第四十四条第一项的规定，劳动合同于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.task'">双方约定的<xsl:if test="employee/employment/@task">“<field path="employee/employment/@task"/>”</xsl:if>工作任务已于<field path="evidence[@kind='task-completion']/@date" as="date"/>完成。根据《中华人民共和国劳动合同法》第四十四条第一项、《中华人民共和国劳动合同法实施条例》第二十二条的规定，劳动合同于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.r21'">依据《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》及其附件计算（见附件），您已达到法定退休年龄。根据《中华人民共和国劳动合同法实施条例》第二十一条的规定，劳动合同于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.44-2'">您自<field path="employee/@pension-since" as="date"/>起依法享受基本养老保险待遇。根据《中华人民共和国劳动合同法》第四十四条第二项的规定，劳动合同于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.44-4'"><field path="case/ruling/@court"/>于<field path="case/ruling/@date" as="date"/>裁定宣告公司破产<xsl:if test="case/ruling/@number">（<field path="case/ruling/@number"/>）</xsl:if>。根据《中华人民共和国劳动合同法》第四十四条第四项的规定，劳动合同于<xsl:call-template name="last-day"/>终止。您的职工债权由管理人依法列入清单公示，您有异议的，可以要求更正。</xsl:when>
      <xsl:when test="$ground='cn.44-5'">因<field path="case/change/@what"/><xsl:if test="case/change/@proof">（依据：<field path="case/change/@proof"/>）</xsl:if>，根据《中华人民共和国劳动合同法》第四十四条第五项的规定，劳动合同于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.r5'">公司已于<field path="evidence[@kind='sign-demand']/@date" as="date"/>书面通知您订立书面劳动合同，您于<field path="evidence[@kind='sign-refusal']/@date" as="date"/>表示不订立。根据《中华人民共和国劳动合同法实施条例》第五条的规定，双方劳动关系于<xsl:call-template name="last-day"/>终止，公司支付您实际工作时间的劳动报酬。</xsl:when>
      <xsl:when test="$ground='cn.r6'">公司已于<field path="evidence[@kind='sign-demand']/@date" as="date"/>书面通知您补订书面劳动合同，您于<field path="evidence[@kind='sign-refusal']/@date" as="date"/>表示不订立。根据《中华人民共和国劳动合同法实施条例》第六条的规定，双方劳动关系于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.71'">根据《中华人民共和国劳动合同法》第七十一条的规定，双方的非全日制用工于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground='cn.overage'">您已达到法定退休年龄，双方订立的是超龄劳动者用工协议。按照协议的约定和《超龄劳动者基本权益保障暂行规定》第八条，协议于<xsl:call-template name="last-day"/>终止。</xsl:when>
      <xsl:when test="$ground"><xsl:message terminate="yes">这份文书没有终止事由“<xsl:value-of select="$ground"/>”的文字。</xsl:message></xsl:when>
      <xsl:otherwise><field path="departure/@ground"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 没有经济补偿的，写明为什么。 -->
  <xsl:template name="severance-or-why">
    <xsl:choose>
      <xsl:when test="assessment/severance/@due='false'">
        <item id="severance"><strong>经济补偿。</strong>本次终止依法不涉及经济补偿，原因是<xsl:choose>
            <xsl:when test="departure/@ground='cn.44-1'">公司按不低于原合同约定的条件续订，您不同意续订（《中华人民共和国劳动合同法》第四十六条第五项）</xsl:when>
            <xsl:when test="departure/@ground='cn.r21'">您达到法定退休年龄</xsl:when>
            <xsl:when test="departure/@ground='cn.44-2'">您开始依法享受基本养老保险待遇</xsl:when>
            <xsl:when test="departure/@ground='cn.r5'">自用工之日起一个月内没有订立书面劳动合同（《中华人民共和国劳动合同法实施条例》第五条）</xsl:when>
            <xsl:when test="departure/@ground='cn.71'">非全日制用工终止不支付经济补偿（《中华人民共和国劳动合同法》第七十一条）</xsl:when>
            <xsl:otherwise>法律没有要求；协议另有约定的，按照约定支付</xsl:otherwise>
          </xsl:choose>。您应休未休的年休假等其他应得款项，仍按法律规定计付，见《离职结算单》。</item>
      </xsl:when>
      <xsl:when test="departure/@ground='cn.44-4'">
        <item id="severance"><strong>经济补偿。</strong>依照《中华人民共和国劳动合同法》第四十六条第六项、第四十七条，经济补偿为<xsl:call-template name="formula"/>（大写：人民币<field path="assessment/severance/@amount" as="upper"/>），列入职工债权清单，由管理人依法清偿。</item>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="severance"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
